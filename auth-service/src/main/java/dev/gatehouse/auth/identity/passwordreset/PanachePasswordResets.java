package dev.gatehouse.auth.identity.passwordreset;

import dev.gatehouse.chassis.database.SessionSql;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The tables {@code password_reset} and {@code password_reset_lock}. */
@ApplicationScoped
class PanachePasswordResets implements PanacheRepositoryBase<PasswordResetRow, UUID> {
    private static final int LOCKS = 16;
    private static final String OF_NETWORK = "network = ?1 and createdAt > ?2";
    private static final String LOCK = "SELECT id FROM password_reset_lock WHERE id = ? FOR UPDATE";

    /**
     * How many requests of this network were taken since then. No other one is counted until the transaction ends, so
     * this MUST be its first statement.
     */
    Uni<Long> taken(String network, Instant since) {
        return SessionSql.select(LOCK, Math.floorMod(network.hashCode(), LOCKS))
                .chain(lock -> count(OF_NETWORK + " and (closedAt is null or offeredAt is not null)", network, since));
    }

    /** Whether it was noted since then that this network asked too often: by a row that is closed and was no offer. */
    Uni<Boolean> isKnownAsLimited(String network, Instant since) {
        return count(OF_NETWORK + " and closedAt is not null and offeredAt is null", network, since)
                .map(notes -> notes > 0);
    }

    Uni<Optional<PasswordResetRow>> byKey(UUID id) {
        return findById(id).map(Optional::ofNullable);
    }

    Uni<Optional<PasswordResetRow>> hold(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE).map(Optional::ofNullable);
    }

    Uni<Optional<PasswordResetRow>> bySecretHash(byte[] hash) {
        return find("secretHash", hash).firstResult().map(Optional::ofNullable);
    }

    /** How many links the account was mailed since then; exact while the row of the account is locked. */
    Uni<Long> offered(UUID accountId, Instant since) {
        return count("accountId = ?1 and offeredAt > ?2", accountId, since);
    }

    /** Closes all links of the account but this one. */
    Uni<Void> closeOthers(UUID accountId, UUID id, Instant now) {
        return update("closedAt = ?1 where accountId = ?2 and id <> ?3 and closedAt is null", now, accountId, id)
                .replaceWithVoid();
    }

    /** Uses the link if it is still open: of several at once exactly one is true. */
    Uni<Boolean> use(UUID id, Instant now) {
        return update(
                        "closedAt = ?1 where id = ?2 and offeredAt is not null and closedAt is null and expiresAt > ?1",
                        now,
                        id)
                .map(count -> count == 1);
    }

    Uni<Void> removeOf(UUID accountId) {
        return delete("accountId", accountId).replaceWithVoid();
    }
}
