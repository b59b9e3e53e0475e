package dev.gatehouse.auth.login.challenge;

import dev.gatehouse.chassis.security.clientaddress.ClientAddress;
import dev.gatehouse.contracts.identity.Audience;
import jakarta.ws.rs.Path;
import java.time.InstantSource;

/** Waiting sign-ins at the audience of end users. */
@Path("/api/v1/login-challenges")
class UserChallengeResource extends ChallengeEndpoint {
    UserChallengeResource(ChallengeWait challenges, Collection collection, ClientAddress client, InstantSource clock) {
        super(challenges, collection, client, clock);
    }

    @Override
    Audience audience() {
        return Audience.USER;
    }
}
