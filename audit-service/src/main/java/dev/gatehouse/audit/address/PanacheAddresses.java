package dev.gatehouse.audit.address;

import dev.gatehouse.audit.address.HostnamePattern.Reach;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/** The rows of the room; expects a session. */
@ApplicationScoped
class PanacheAddresses implements PanacheRepositoryBase<AddressRow, String> {
    Uni<List<AddressRow>> confirmed(Collection<String> ips) {
        return list("confirmed = true and hostname is not null and ip in ?1", ips);
    }

    Uni<List<AddressRow>> confirmed(HostnamePattern pattern, int limit) {
        String name = pattern.reach() == Reach.EXACT
                ? "confirmed = true and hostnameReversed = ?1"
                : "confirmed = true and hostnameReversed >= ?1 and hostnameReversed < ?2";
        Object[] bounds = pattern.reach() == Reach.EXACT
                ? new Object[] {pattern.from()}
                : new Object[] {pattern.from(), pattern.before()};
        return find(name, bounds).page(Page.ofSize(limit)).list();
    }
}
