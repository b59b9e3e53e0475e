package dev.gatehouse.iptrust;

import dev.gatehouse.chassis.testkit.Tokens;
import dev.gatehouse.chassis.testkit.hostile.TraceSilence;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;

/** M6, for all routes of this service. */
@QuarkusTest
@IpTrustStack
class TraceSilenceIT extends TraceSilence {
    @Override
    protected String token() {
        return Tokens.admin(UUID.randomUUID());
    }
}
