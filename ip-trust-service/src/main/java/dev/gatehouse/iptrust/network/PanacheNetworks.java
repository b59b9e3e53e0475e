package dev.gatehouse.iptrust.network;

import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.chassis.security.clientaddress.IpNetwork;
import dev.gatehouse.contracts.state.IpTrustState.TrustedNetwork;
import dev.gatehouse.iptrust.hostname.InternalNetworks;
import dev.gatehouse.iptrust.settings.TrustedNetworks;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PanacheNetworks implements PanacheRepositoryBase<NetworkRow, UUID>, TrustedNetworks, InternalNetworks {
    private final InstantSource clock;

    PanacheNetworks(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Uni<List<TrustedNetwork>> unexpired() {
        return unexpiredRows().map(rows -> rows.stream()
                .map(row -> new TrustedNetwork(row.network, row.expiresAt))
                .toList());
    }

    @Override
    public Uni<Boolean> contain(IpAddress address) {
        return unexpiredRows().map(rows -> rows.stream()
                .flatMap(row -> IpNetwork.parse(row.network).stream())
                .anyMatch(network -> network.contains(address)));
    }

    Uni<List<NetworkRow>> page(Optional<UUID> after, int limit) {
        return after.map(id -> find("id > ?1 order by id", id))
                .orElseGet(() -> find("order by id"))
                .range(0, limit - 1)
                .list();
    }

    Uni<Boolean> exists(String network) {
        return count("network", network).map(count -> count > 0);
    }

    Uni<List<NetworkRow>> expired(Instant now) {
        return list("expiresAt <= ?1 order by id", now);
    }

    private Uni<List<NetworkRow>> unexpiredRows() {
        return list("expiresAt is null or expiresAt > ?1 order by id", clock.instant());
    }
}
