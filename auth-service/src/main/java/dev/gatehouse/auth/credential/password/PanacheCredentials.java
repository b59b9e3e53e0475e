package dev.gatehouse.auth.credential.password;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The table {@code credential}. */
@ApplicationScoped
class PanacheCredentials implements Credentials, PanacheRepositoryBase<CredentialRow, UUID> {
    @Override
    public Uni<Optional<StoredPassword>> of(UUID accountId) {
        return findById(accountId).map(row -> Optional.ofNullable(row).map(CredentialRow::password));
    }

    @Override
    public Uni<Void> set(UUID accountId, StoredPassword password, Instant at) {
        return findById(accountId, LockModeType.PESSIMISTIC_WRITE)
                .map(row -> filled(row == null ? new CredentialRow(accountId) : row, password, at))
                .chain(row -> persist(row))
                .call(this::flush)
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> rehash(UUID accountId, StoredPassword old, StoredPassword rehashed) {
        return update(
                        "phc = ?1, pepperKeyId = ?2 where accountId = ?3 and phc = ?4",
                        rehashed.phc(),
                        rehashed.pepperKeyId(),
                        accountId,
                        old.phc())
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> remove(UUID accountId) {
        return deleteById(accountId).replaceWithVoid();
    }

    /** Called before persist: the INSERT is built from the fields at that moment. */
    private static CredentialRow filled(CredentialRow row, StoredPassword password, Instant at) {
        row.phc = password.phc();
        row.pepperKeyId = password.pepperKeyId();
        row.changedAt = at;
        return row;
    }
}
