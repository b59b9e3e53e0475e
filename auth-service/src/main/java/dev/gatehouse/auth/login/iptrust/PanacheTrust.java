package dev.gatehouse.auth.login.iptrust;

import dev.gatehouse.auth.identity.account.AccountErasureListener;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.security.clientaddress.IpNetwork;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The copies of the settings of IP trust and of the trusted addresses, for looking at many accounts at once. */
@ApplicationScoped
class PanacheTrust implements PanacheRepositoryBase<TrustRulesRow, Byte> {
    private final Addresses addresses;

    PanacheTrust(Addresses addresses) {
        this.addresses = addresses;
    }

    /** The trust of every account at one moment. */
    record OfAccounts(Trust.Rules rules, Map<UUID, List<TrustedNetwork>> networks) {
        Trust of(UUID accountId) {
            return new Trust(rules, networks.getOrDefault(accountId, List.of()));
        }
    }

    /** Whether open sessions are to be compared with the rules. */
    Uni<Boolean> recheckIsDue(Instant now) {
        return count("recheckAt <= ?1", now).map(rows -> rows == 1);
    }

    /** Takes the comparison that is due; true for one caller only. */
    Uni<Boolean> takeRecheck(Instant now) {
        return update("recheckAt = null where recheckAt <= ?1", now).map(rows -> rows == 1);
    }

    /** The trust of all accounts. */
    Uni<OfAccounts> ofAccounts(Instant now) {
        return find("id = ?1", TrustRulesRow.ONLY)
                .firstResult()
                .map(row -> row == null ? Trust.Rules.OFF : row.rules())
                .chain(rules -> addresses.trusted(now).map(networks -> new OfAccounts(rules, networks)));
    }

    /** The table {@code trusted_address}. */
    @ApplicationScoped
    static class Addresses
            implements PanacheRepositoryBase<TrustedAddressRow, TrustedAddressRow.Key>, AccountErasureListener {
        @Override
        public Uni<Void> accountErased(UUID accountId, Origin origin) {
            return delete("key.accountId", accountId).replaceWithVoid();
        }

        Uni<Map<UUID, List<TrustedNetwork>>> trusted(Instant now) {
            return find("trustedUntil > ?1", now).list().map(Addresses::byAccount);
        }

        private static Map<UUID, List<TrustedNetwork>> byAccount(List<TrustedAddressRow> rows) {
            return rows.stream()
                    .collect(Collectors.groupingBy(
                            row -> row.key.accountId, Collectors.flatMapping(Addresses::network, Collectors.toList())));
        }

        private static Stream<TrustedNetwork> network(TrustedAddressRow row) {
            return IpNetwork.parse(row.key.network)
                    .map(parsed -> new TrustedNetwork(parsed, row.trustedUntil))
                    .stream();
        }
    }
}
