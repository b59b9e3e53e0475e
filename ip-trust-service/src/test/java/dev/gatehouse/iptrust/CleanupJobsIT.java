package dev.gatehouse.iptrust;

import dev.gatehouse.chassis.testkit.Database;
import dev.gatehouse.chassis.testkit.cleanup.CleanupJobsOfModule;
import dev.gatehouse.iptrust.testing.SuiteFixture;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;

/** Of the jobs of this module. */
@QuarkusTest
@IpTrustStack
class CleanupJobsIT extends CleanupJobsOfModule {
    private static final String IP_TRUST = "dev.gatehouse.iptrust.";

    static List<Kept> jobs() {
        return List.of(
                kept("hostname.HostnameCleanupJob", "address", "requested_at", Duration.ofDays(30)),
                kept("hostname.HostnameCleanupJob", "address_use", "last_used_at", Duration.ofDays(400)),
                kept("trustedaddress.TrustedAddressCleanupJob", "trusted_address", "ended_at", Duration.ofDays(7)),
                kept("verification.VerificationCleanupJob", "verification", "closed_at", Duration.ofDays(90)));
    }

    @Override
    protected List<Kept> all() {
        return jobs();
    }

    @Override
    protected Database database() {
        return SuiteFixture.database();
    }

    private static Kept kept(String job, String table, String column, Duration time) {
        return new Kept(IP_TRUST + job, table, column, time);
    }
}
