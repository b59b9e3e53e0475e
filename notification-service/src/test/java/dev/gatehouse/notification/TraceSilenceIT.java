package dev.gatehouse.notification;

import dev.gatehouse.chassis.testkit.Tokens;
import dev.gatehouse.chassis.testkit.hostile.TraceSilence;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;

/** M6, for all routes of this service. */
@QuarkusTest
@NotificationStack
class TraceSilenceIT extends TraceSilence {
    @Override
    protected String token() {
        return Tokens.admin(UUID.randomUUID());
    }
}
