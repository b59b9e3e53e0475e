package dev.gatehouse.auth.login.stepup;

import dev.gatehouse.chassis.messaging.event.RequestOrigin;
import dev.gatehouse.chassis.security.caller.CurrentCaller;
import jakarta.ws.rs.Path;

/** Step-up at the audience of end users. */
@Path("/api/v1/me/step-up")
class UserStepUpResource extends StepUpEndpoint {
    UserStepUpResource(StepUp stepUp, CurrentCaller callers, RequestOrigin origin) {
        super(stepUp, callers, origin);
    }
}
