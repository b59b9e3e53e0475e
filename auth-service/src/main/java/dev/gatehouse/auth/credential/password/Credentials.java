package dev.gatehouse.auth.credential.password;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The stored passwords. Every method joins the caller's transaction or session. */
public interface Credentials {
    /** The stored password of this account; empty when it has none. */
    Uni<Optional<StoredPassword>> of(UUID accountId);

    /** Sets the password of the account, replacing any other. */
    Uni<Void> set(UUID accountId, StoredPassword password, Instant at);

    /**
     * Replaces a hash by a stronger one of the same password, unless the password was changed meanwhile: a slow login
     * must not restore an old password.
     */
    Uni<Void> rehash(UUID accountId, StoredPassword old, StoredPassword rehashed);

    /** Deletes the password. */
    Uni<Void> remove(UUID accountId);
}
