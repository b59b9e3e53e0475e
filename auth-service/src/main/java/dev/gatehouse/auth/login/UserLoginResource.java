package dev.gatehouse.auth.login;

import dev.gatehouse.chassis.clientaddress.ClientAddress;
import dev.gatehouse.contracts.identity.Door;
import jakarta.ws.rs.Path;
import java.time.InstantSource;

/** Sign-in at the door of end users. */
@Path("/api/v1/sessions")
class UserLoginResource extends LoginEndpoint {
    UserLoginResource(Login login, ClientAddress client, InstantSource clock) {
        super(login, client, clock);
    }

    @Override
    Door door() {
        return Door.USER;
    }
}
