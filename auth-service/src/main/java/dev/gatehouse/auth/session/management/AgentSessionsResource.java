package dev.gatehouse.auth.session.management;

import dev.gatehouse.chassis.messaging.event.RequestOrigin;
import dev.gatehouse.chassis.security.caller.CurrentCaller;
import jakarta.ws.rs.Path;

/** Own sessions at the audience of agents. */
@Path("/agent/api/v1/sessions")
class AgentSessionsResource extends OwnSessionsEndpoint {
    AgentSessionsResource(OwnSessions sessions, CurrentCaller callers, RequestOrigin origin) {
        super(sessions, callers, origin);
    }
}
