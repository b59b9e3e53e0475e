package dev.gatehouse.auth.session.hostname;

import dev.gatehouse.contracts.state.AddressState;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The table {@code address_name}. */
@ApplicationScoped
class PanacheAddressNames implements PanacheRepositoryBase<AddressNameRow, String> {
    Uni<List<AddressNameRow>> named(Collection<String> ips) {
        return ips.isEmpty()
                ? Uni.createFrom().item(List.of())
                : find("ip in ?1 and hostname is not null", ips).list();
    }

    Uni<Void> tell(AddressState told) {
        return findById(told.ip(), LockModeType.PESSIMISTIC_WRITE)
                .chain(row -> row == null
                        ? persist(new AddressNameRow(told.ip()))
                        : Uni.createFrom().item(row))
                .invoke(row -> row.renew(told))
                .replaceWithVoid();
    }

    Uni<Void> drop(String ip) {
        return deleteById(ip).replaceWithVoid();
    }

    Uni<Long> forget(Instant resolvedBefore) {
        return delete("resolvedAt < ?1", resolvedBefore);
    }
}
