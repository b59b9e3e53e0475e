package dev.gatehouse.chassis.mail;

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
@TestProfile(MailChassisProfile.class)
@WithTestResource(
        value = GatehouseStack.class,
        initArgs = @ResourceArg(name = "schema", value = "gatehouse_chassis_mail"))
class CleanupJobsIT extends CleanupJobsOfModule {
    private static final String MAIL = "dev.gatehouse.chassis.mail.";

    static List<Kept> jobs() {
        return List.of(kept("queue.MailCleanupJob", "mail", "ended_at", Duration.ofDays(90)));
    }

    @Override
    protected List<Kept> all() {
        return jobs();
    }

    @Override
    protected Database database() {
        return StackEnds.database("gatehouse_chassis_mail");
    }

    private static Kept kept(String job, String table, String column, Duration time) {
        return new Kept(MAIL + job, table, column, time);
    }
}
