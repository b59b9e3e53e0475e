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

/** The audience to host names. */
@ApplicationScoped
public class Hostnames {
    private final PanacheAddresses rows;
    private final ReverseLookup lookup;
    private final Transactions transactions;
    private final HostnameConfig settings;

    Hostnames(PanacheAddresses rows, ReverseLookup lookup, Transactions transactions, HostnameConfig settings) {
        this.rows = rows;
        this.lookup = lookup;
        this.transactions = transactions;
        this.settings = settings;
    }

    /** The confirmed name, if one is known; joins the session or transaction of the caller, and never waits for DNS. */
    public Uni<Optional<String>> confirmedName(IpAddress address) {
        return rows.findById(address.canonical()).map(Hostnames::confirmedName);
    }

    /** The same for many addresses in canonical text; those without a confirmed name are left out. */
    public Uni<Map<String, String>> confirmedNames(Collection<String> ips) {
        return rows.among(ips).map(Hostnames::confirmedNames);
    }

    /**
     * The confirmed name for a mail: asks for it, shortly, when nobody has yet. MUST NOT be called within a
     * transaction, nor by a request.
     */
    public Uni<Optional<String>> confirmedNameSoon(IpAddress address) {
        return transactions
                .read(() -> rows.findById(address.canonical()))
                .chain(row -> row != null && row.resolved()
                        ? Uni.createFrom().item(confirmedName(row))
                        : askShortly(address));
    }

    private Uni<Optional<String>> askShortly(IpAddress address) {
        return lookup.of(address)
                .map(Hostnames::confirmedName)
                .ifNoItem()
                .after(settings.mailWaits())
                .recoverWithItem(Optional.empty());
    }

    private static Optional<String> confirmedName(@Nullable AddressRow row) {
        return Optional.ofNullable(row).map(AddressRow::confirmedName);
    }

    private static Optional<String> confirmedName(LookupResult found) {
        return found instanceof LookupResult.Confirmed confirmed ? Optional.of(confirmed.hostname()) : Optional.empty();
    }

    private static Map<String, String> confirmedNames(List<AddressRow> found) {
        return found.stream()
                .filter(row -> row.confirmedName() != null)
                .collect(Collectors.toMap(AddressRow::ip, row -> String.valueOf(row.confirmedName())));
    }
}
