package dev.gatehouse.auth.ownsession;

import dev.gatehouse.chassis.caller.CurrentCaller;
import dev.gatehouse.chassis.origin.RequestOrigin;
import dev.gatehouse.contracts.identity.AccountKind;
import jakarta.ws.rs.Path;

/** Own sessions at the door of agents. */
@Path("/agent/api/v1/sessions")
class AgentSessionsResource extends OwnSessionsEndpoint {
    AgentSessionsResource(OwnSessions sessions, CurrentCaller callers, RequestOrigin origin) {
        super(sessions, callers, origin);
    }

    @Override
    AccountKind kind() {
        return AccountKind.AGENT;
    }
}
