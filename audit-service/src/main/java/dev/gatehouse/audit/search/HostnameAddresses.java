package dev.gatehouse.audit.search;

import dev.gatehouse.audit.address.Addresses;
import dev.gatehouse.audit.address.HostnamePattern;
import dev.gatehouse.chassis.http.problem.Violations;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the addresses that have a hostname today. Refuses a name with more addresses than can be searched one by one.
 */
@ApplicationScoped
class HostnameAddresses {
    private final Addresses addresses;
    private final SearchConfig config;

    HostnameAddresses(Addresses addresses, SearchConfig config) {
        this.addresses = addresses;
        this.config = config;
    }

    /** None when no name is asked for; fails with a violation when the name is too wide. */
    Uni<List<String>> of(@Nullable HostnamePattern pattern) {
        return pattern == null ? Uni.createFrom().item(List.of()) : few(pattern);
    }

    private Uni<List<String>> few(HostnamePattern pattern) {
        int most = config.addressesPerHostname();
        return addresses.of(pattern, most + 1).invoke(found -> requireAtMost(most, found));
    }

    private static void requireAtMost(int most, List<String> found) {
        Violations violations = new Violations();
        violations.require(
                found.size() <= most, "hostname", "too-wide", "stands for more than " + most + " addresses: narrow it");
        violations.throwIfAny();
    }
}
