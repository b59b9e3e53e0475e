package dev.gatehouse.auth.session.refresh;

import dev.gatehouse.auth.session.lifetime.Session;
import dev.gatehouse.auth.token.RefreshToken.Transport;
import dev.gatehouse.auth.token.SessionClient;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/** Asks for a proof of the address that a session is used from; implemented where logins ask for it. */
public interface AddressProof {
    /** Whether this address needs no proof, whoever the account is: one statement. */
    Uni<Boolean> isTrusted(UUID sessionId, SessionClient client);

    /**
     * Asks for the proof; empty where IP trust does not concern the account.
     *
     * @param client where the session is used now
     */
    Uni<Optional<Demand>> demand(Session session, SessionClient client, Transport transport);

    /** What asks for a proof, as the client receives it. */
    interface Demand {}
}
