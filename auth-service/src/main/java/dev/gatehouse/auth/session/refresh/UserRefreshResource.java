package dev.gatehouse.auth.session.refresh;

import dev.gatehouse.chassis.security.clientaddress.ClientAddress;
import dev.gatehouse.contracts.identity.AccountKind;
import jakarta.ws.rs.Path;
import java.time.InstantSource;

/** Refresh at the audience of end users. */
@Path("/api/v1/sessions/refresh")
class UserRefreshResource extends RefreshEndpoint {
    UserRefreshResource(Refresh refresh, ClientAddress client, InstantSource clock) {
        super(refresh, client, clock);
    }

    @Override
    AccountKind kind() {
        return AccountKind.USER;
    }
}
