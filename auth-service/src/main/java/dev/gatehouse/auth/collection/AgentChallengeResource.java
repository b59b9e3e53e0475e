package dev.gatehouse.auth.collection;

import dev.gatehouse.auth.waiting.ChallengeWait;
import dev.gatehouse.chassis.clientaddress.ClientAddress;
import dev.gatehouse.contracts.identity.Door;
import jakarta.ws.rs.Path;
import java.time.InstantSource;

/** Waiting sign-ins at the door of agents. */
@Path("/agent/api/v1/login-challenges")
class AgentChallengeResource extends ChallengeEndpoint {
    AgentChallengeResource(ChallengeWait challenges, Collection collection, ClientAddress client, InstantSource clock) {
        super(challenges, collection, client, clock);
    }

    @Override
    Door door() {
        return Door.AGENT;
    }
}
