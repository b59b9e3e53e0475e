package dev.gatehouse.auth.ownsession;

import dev.gatehouse.chassis.caller.CurrentCaller;
import dev.gatehouse.chassis.origin.RequestOrigin;
import dev.gatehouse.contracts.identity.AccountKind;
import jakarta.ws.rs.Path;

/** Own sessions at the door of end users. */
@Path("/api/v1/sessions")
class UserSessionsResource extends OwnSessionsEndpoint {
    UserSessionsResource(OwnSessions sessions, CurrentCaller callers, RequestOrigin origin) {
        super(sessions, callers, origin);
    }

    @Override
    AccountKind kind() {
        return AccountKind.USER;
    }
}
