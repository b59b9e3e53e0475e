package dev.gatehouse.auth.login.stepup;

import dev.gatehouse.chassis.messaging.event.RequestOrigin;
import dev.gatehouse.chassis.security.caller.CurrentCaller;
import jakarta.ws.rs.Path;

/** Step-up at the audience of agents. */
@Path("/agent/api/v1/me/step-up")
class AgentStepUpResource extends StepUpEndpoint {
    AgentStepUpResource(StepUp stepUp, CurrentCaller callers, RequestOrigin origin) {
        super(stepUp, callers, origin);
    }
}
