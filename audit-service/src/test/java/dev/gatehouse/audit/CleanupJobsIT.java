package dev.gatehouse.audit;

import dev.gatehouse.chassis.testkit.Database;
import dev.gatehouse.chassis.testkit.cleanup.CleanupJobsOfModule;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;

/** Of the jobs of this module. */
@QuarkusTest
@RealStack
class CleanupJobsIT extends CleanupJobsOfModule {
    private static final String AUDIT = "dev.gatehouse.audit.";

    static List<Kept> jobs() {
        return List.of(kept("address.AddressCleanupJob", "address", "resolved_at", Duration.ofDays(400)));
    }

    @Override
    protected List<Kept> all() {
        return jobs();
    }

    @Override
    protected Database database() {
        return AuditSchema.database();
    }

    private static Kept kept(String job, String table, String column, Duration time) {
        return new Kept(AUDIT + job, table, column, time);
    }
}
