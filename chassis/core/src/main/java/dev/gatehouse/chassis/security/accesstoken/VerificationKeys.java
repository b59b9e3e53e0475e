package dev.gatehouse.chassis.security.accesstoken;

import io.smallrye.mutiny.Uni;
import java.security.interfaces.ECPublicKey;
import java.util.Optional;

/**
 * The public keys that access tokens may be signed with.
 *
 * <p>Services fetch them over HTTP by default; the service that mints the tokens gives its own by implementing this as
 * an application-scoped bean.
 */
public interface VerificationKeys {
    /** The P-256 key with this id, from memory only: the id comes from an unproven token. */
    Optional<ECPublicKey> find(String keyId);

    /**
     * Looks for keys that were published meanwhile, because a token names one that {@link #find} does not know.
     * Implementations bound how often they look and how long that takes; when the look-up fails, the keys stay as they
     * are and the result still completes.
     */
    Uni<Void> refresh();
}
