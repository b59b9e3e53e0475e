package dev.gatehouse.auth.stepup;

import dev.gatehouse.chassis.caller.CurrentCaller;
import dev.gatehouse.chassis.origin.RequestOrigin;
import dev.gatehouse.contracts.identity.AccountKind;
import jakarta.ws.rs.Path;

/** Step-up at the door of end users. */
@Path("/api/v1/me/step-up")
class UserStepUpResource extends StepUpEndpoint {
    UserStepUpResource(StepUp stepUp, CurrentCaller callers, RequestOrigin origin) {
        super(stepUp, callers, origin);
    }

    @Override
    AccountKind kind() {
        return AccountKind.USER;
    }
}
