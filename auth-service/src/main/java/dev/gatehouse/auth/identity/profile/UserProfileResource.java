package dev.gatehouse.auth.identity.profile;

import dev.gatehouse.chassis.messaging.event.RequestOrigin;
import dev.gatehouse.chassis.security.caller.CurrentCaller;
import jakarta.ws.rs.Path;

/** One's own account at the audience of end users. */
@Path("/api/v1/me")
class UserProfileResource extends ProfileEndpoint {
    UserProfileResource(Profile profile, PasswordChange passwordChange, CurrentCaller callers, RequestOrigin origin) {
        super(profile, passwordChange, callers, origin);
    }
}
