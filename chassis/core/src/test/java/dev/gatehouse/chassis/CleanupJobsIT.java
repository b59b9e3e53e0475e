package dev.gatehouse.chassis;

import dev.gatehouse.chassis.testkit.Database;
import dev.gatehouse.chassis.testkit.GatehouseStack;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.chassis.testkit.cleanup.CleanupJobsOfModule;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;

/** Of the jobs of this module. */
@QuarkusTest
@TestProfile(ChassisProfile.class)
@WithTestResource(value = GatehouseStack.class, initArgs = @ResourceArg(name = "schema", value = "gatehouse_chassis"))
class CleanupJobsIT extends CleanupJobsOfModule {
    private static final String CHASSIS = "dev.gatehouse.chassis.";

    static List<Kept> jobs() {
        return List.of(kept("messaging.inbox.InboxCleanupJob", "inbox", "received_at", Duration.ofDays(35)));
    }

    @Override
    protected List<Kept> all() {
        return jobs();
    }

    @Override
    protected Database database() {
        return StackEnds.database("gatehouse_chassis");
    }

    private static Kept kept(String job, String table, String column, Duration time) {
        return new Kept(CHASSIS + job, table, column, time);
    }
}
