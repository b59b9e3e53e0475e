package dev.gatehouse.notification.address;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/** The entry point to the copy of the hostnames of addresses. */
@ApplicationScoped
public class Addresses {
    private final PanacheAddresses rows;

    Addresses(PanacheAddresses rows) {
        this.rows = rows;
    }

    /** Reads these into the current session, where {@link #find} finds them. */
    public Uni<Void> prepare(Set<String> ips) {
        return rows.read(ips);
    }

    /** The address, if its look-up has ended; joins the current session. */
    public Uni<Optional<ResolvedAddress>> find(String ip) {
        return rows.find(ip).map(row -> row.map(AddressRow::address));
    }
}
