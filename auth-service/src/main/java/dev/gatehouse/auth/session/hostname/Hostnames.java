package dev.gatehouse.auth.session.hostname;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The entry point to hostnames; joins the caller's {@code Transactions.run} or {@code read}. */
@ApplicationScoped
public class Hostnames {
    private final PanacheHostnames names;

    Hostnames(PanacheHostnames names) {
        this.names = names;
    }

    /** The confirmed names of those addresses that have one, by address in canonical text. */
    public Uni<Map<String, String>> of(Collection<String> ips) {
        return names.named(Set.copyOf(ips)).map(Hostnames::byIp);
    }

    private static Map<String, String> byIp(List<HostnameRow> rows) {
        return rows.stream()
                .collect(Collectors.toUnmodifiableMap(row -> row.ip, row -> Objects.requireNonNull(row.hostname)));
    }
}
