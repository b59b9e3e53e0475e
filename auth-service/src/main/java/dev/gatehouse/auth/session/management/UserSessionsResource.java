package dev.gatehouse.auth.session.management;

import dev.gatehouse.chassis.messaging.event.RequestOrigin;
import dev.gatehouse.chassis.security.caller.CurrentCaller;
import jakarta.ws.rs.Path;

/** Own sessions at the audience of end users. */
@Path("/api/v1/sessions")
class UserSessionsResource extends OwnSessionsEndpoint {
    UserSessionsResource(OwnSessions sessions, CurrentCaller callers, RequestOrigin origin) {
        super(sessions, callers, origin);
    }
}
