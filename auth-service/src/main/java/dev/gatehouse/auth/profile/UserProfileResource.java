package dev.gatehouse.auth.profile;

import dev.gatehouse.chassis.caller.CurrentCaller;
import dev.gatehouse.chassis.origin.RequestOrigin;
import dev.gatehouse.contracts.identity.AccountKind;
import jakarta.ws.rs.Path;

/** One's own account at the door of end users. */
@Path("/api/v1/me")
class UserProfileResource extends ProfileEndpoint {
    UserProfileResource(Profile profile, PasswordChange passwordChange, CurrentCaller callers, RequestOrigin origin) {
        super(profile, passwordChange, callers, origin);
    }

    @Override
    AccountKind kind() {
        return AccountKind.USER;
    }
}
