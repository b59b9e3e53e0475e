package dev.gatehouse.iptrust.hostname;

import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.iptrust.dns.LookupResult;
import dev.gatehouse.iptrust.dns.ReverseLookup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Entry point to the hostnames of addresses. */
@ApplicationScoped
public class Hostnames {
    private final PanacheAddresses rows;
    private final ReverseLookup lookup;
    private final Transactions transactions;
    private final HostnameConfig config;

    Hostnames(PanacheAddresses rows, ReverseLookup lookup, Transactions transactions, HostnameConfig config) {
        this.rows = rows;
        this.lookup = lookup;
        this.transactions = transactions;
        this.config = config;
    }

    /** The stored confirmed hostname; joins the session or transaction of the caller, and never waits for DNS. */
    public Uni<Optional<String>> confirmed(IpAddress address) {
        return rows.findById(address.canonical()).map(Hostnames::confirmed);
    }

    /** The same for many addresses in canonical text; addresses without a confirmed hostname are left out. */
    public Uni<Map<String, String>> confirmed(Collection<String> ips) {
        return rows.among(ips).map(Hostnames::confirmed);
    }

    /**
     * The confirmed hostname for a mail: starts a lookup and waits a short time for it when none has ended yet. MUST
     * NOT be called within a transaction, nor by a request.
     */
    public Uni<Optional<String>> confirmedOrLookUp(IpAddress address) {
        return transactions
                .read(() -> rows.findById(address.canonical()))
                .chain(row -> row != null && row.resolvedAt != null
                        ? Uni.createFrom().item(confirmed(row))
                        : lookUp(address));
    }

    private Uni<Optional<String>> lookUp(IpAddress address) {
        return lookup.of(address)
                .map(Hostnames::confirmed)
                .ifNoItem()
                .after(config.mailTimeout())
                .recoverWithItem(Optional.empty());
    }

    private static Optional<String> confirmed(@Nullable AddressRow row) {
        return Optional.ofNullable(row).map(AddressRow::confirmedHostname);
    }

    private static Optional<String> confirmed(LookupResult found) {
        return found instanceof LookupResult.Confirmed confirmed ? Optional.of(confirmed.hostname()) : Optional.empty();
    }

    private static Map<String, String> confirmed(List<AddressRow> found) {
        return found.stream()
                .filter(row -> row.confirmedHostname() != null)
                .collect(Collectors.toMap(row -> row.ip, row -> String.valueOf(row.confirmedHostname())));
    }
}
