package dev.gatehouse.auth.credential.password;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The stored passwords. Every method joins the caller's transaction or session. */
public interface Credentials {
    /**
     * A password that the policy accepted and that is about to be set.
     *
     * @param kept how many former passwords of the account are kept from now on, so that they are not used again
     */
    record NewPassword(StoredPassword hash, PasswordTraits traits, int kept) {}

    /** The stored password of this account; empty when it has none. */
    Uni<Optional<StoredPassword>> of(UUID accountId);

    /** The present password and then its predecessors, newest first; no more than this many. */
    Uni<List<StoredPassword>> history(UUID accountId, int most);

    /** Sets the password of the account, replacing any other; keeps as many former ones as the new one says. */
    Uni<Void> set(UUID accountId, NewPassword password, Instant at);

    /** Sets the first passwords of these new accounts. */
    Uni<Void> add(Map<UUID, StoredPassword> passwords, Instant at);

    /**
     * Replaces the password that was proven by another one. False when it is not the password any more: whoever proved
     * an old one must not overwrite a newer one.
     */
    Uni<Boolean> replace(UUID accountId, StoredPassword proven, NewPassword password, Instant at);

    /**
     * Replaces a hash by a stronger one of the same password and notes what was measured of it, unless the password was
     * changed meanwhile: a slow login must not restore an old password.
     */
    Uni<Void> improve(UUID accountId, StoredPassword old, StoredPassword rehashed, PasswordTraits traits);

    /**
     * Fails with {@link Changed} unless the account still has the password of that time. Joins the transaction of this
     * connection, which MUST hold the row of the account already, so that the result is valid until the commit.
     */
    Uni<Void> requireUnchanged(SqlConnection transaction, UUID accountId, Instant setAt);

    /**
     * Fails with {@link Changed} unless this is still the password of the account. Joins the transaction of this
     * connection, which MUST hold the row of the account already.
     */
    Uni<Void> requireStill(SqlConnection transaction, UUID accountId, StoredPassword proven);

    /** The password was changed after it had been checked. Rolls the transaction back. */
    final class Changed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Changed() {
            super("The password was changed since it was checked", null, false, false);
        }
    }

    /** Deletes the password and all former ones. */
    Uni<Void> remove(UUID accountId);
}
