package dev.gatehouse.audit.address;

import dev.gatehouse.chassis.database.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The entry point to the copy of the hostnames: the confirmed names of addresses, and the addresses of a name. */
@ApplicationScoped
public class Addresses {
    private final Transactions transactions;
    private final PanacheAddresses rows;

    Addresses(Transactions transactions, PanacheAddresses rows) {
        this.transactions = transactions;
        this.rows = rows;
    }

    /** Confirmed names by address; an address without one is left out. */
    public Uni<Map<String, String>> namesOf(Collection<String> ips) {
        if (ips.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return transactions.read(() -> rows.confirmed(ips)).map(Addresses::byAddress);
    }

    /** The first {@code limit} addresses whose confirmed name the pattern means. */
    public Uni<List<String>> of(HostnamePattern pattern, int limit) {
        return transactions.read(() -> rows.confirmed(pattern, limit)).map(Addresses::addresses);
    }

    private static Map<String, String> byAddress(List<AddressRow> rows) {
        return rows.stream()
                .filter(row -> row.hostname != null)
                .collect(Collectors.toMap(row -> row.ip, row -> String.valueOf(row.hostname)));
    }

    private static List<String> addresses(List<AddressRow> rows) {
        return rows.stream().map(row -> row.ip).toList();
    }
}
