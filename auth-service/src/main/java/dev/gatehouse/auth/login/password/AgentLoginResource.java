package dev.gatehouse.auth.login.password;

import dev.gatehouse.chassis.security.clientaddress.ClientAddress;
import dev.gatehouse.contracts.identity.Audience;
import jakarta.ws.rs.Path;
import java.time.InstantSource;

/** Sign-in at the audience of agents, administrators included. */
@Path("/agent/api/v1/sessions")
class AgentLoginResource extends LoginEndpoint {
    AgentLoginResource(Login login, ClientAddress client, InstantSource clock) {
        super(login, client, clock);
    }

    @Override
    Audience audience() {
        return Audience.AGENT;
    }
}
