package dev.gatehouse.notification;

import dev.gatehouse.chassis.testkit.Database;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.chassis.testkit.cleanup.CleanupJobsOfModule;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;

/** Of the jobs of this module. */
@QuarkusTest
@NotificationStack
class CleanupJobsIT extends CleanupJobsOfModule {
    private static final String NOTIFICATION = "dev.gatehouse.notification.";

    static List<Kept> jobs() {
        return List.of(
                kept("address.AddressCleanupJob", "address", "resolved_at", Duration.ofDays(30)),
                kept("intake.IntakeCleanupJob", "deferred_notification", "deferred_at", Duration.ofDays(1)),
                kept("intake.IntakeCleanupJob", "failed_login_window", "started_at", Duration.ofMinutes(15)),
                kept("notification.NotificationCleanupJob", "notification", "created_at", Duration.ofDays(180)));
    }

    @Override
    protected List<Kept> all() {
        return jobs();
    }

    @Override
    protected Database database() {
        return StackEnds.database(NotificationStack.SCHEMA);
    }

    private static Kept kept(String job, String table, String column, Duration time) {
        return new Kept(NOTIFICATION + job, table, column, time);
    }
}
