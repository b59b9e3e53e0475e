package dev.gatehouse.auth.credential.password;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The stored passwords; every method runs inside the caller's transaction or session. */
public interface Credentials {
    /** The stored password of this account; empty when it has none. */
    Uni<Optional<StoredPassword>> of(UUID accountId);

    /** Gives the account this password in place of any other. */
    Uni<Void> set(UUID accountId, StoredPassword password, Instant at);

    /**
     * Replaces a hash by a dearer one of the same password, unless the password was changed meanwhile: a sign-in that
     * takes its time must not bring an old password back.
     */
    Uni<Void> rehash(UUID accountId, StoredPassword old, StoredPassword dearer);

    /** Takes the password away for good. */
    Uni<Void> remove(UUID accountId);
}
