package dev.gatehouse.auth.identity.accountimport;

import dev.gatehouse.auth.identity.account.AccountErasureListener;
import dev.gatehouse.chassis.messaging.event.Origin;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The table {@code imported_account}. */
@ApplicationScoped
class PanacheImportedAccounts implements PanacheRepositoryBase<ImportedAccountRow, UUID>, AccountErasureListener {
    /** The digests of the lines that created these accounts; an account that was made otherwise has none. */
    Uni<Map<UUID, String>> digests(Collection<UUID> accountIds) {
        return accountIds.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : list("accountId in ?1", accountIds).map(rows -> rows.stream()
                        .collect(Collectors.toMap(row -> row.accountId, ImportedAccountRow::digest)));
    }

    Uni<Void> add(List<ImportedAccountRow> rows) {
        return persist(rows).chain(this::flush);
    }

    @Override
    public Uni<Void> accountErased(UUID accountId, Origin origin) {
        return deleteById(accountId).replaceWithVoid();
    }
}
