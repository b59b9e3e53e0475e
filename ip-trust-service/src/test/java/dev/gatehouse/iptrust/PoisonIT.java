package dev.gatehouse.iptrust;

import dev.gatehouse.chassis.testkit.GatehouseStack;
import dev.gatehouse.chassis.testkit.hostile.PoisonOfModule;
import dev.gatehouse.contracts.topic.Topic;
import dev.gatehouse.iptrust.testing.TestEnvironment;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;

/** In the topics that this service reads. */
@QuarkusTest
@WithTestResource(value = GatehouseStack.class, initArgs = @ResourceArg(name = "schema", value = "gatehouse_ip_trust"))
@WithTestResource(TestEnvironment.class)
class PoisonIT extends PoisonOfModule {
    @Override
    protected Map<Topic, String> read() {
        return Map.of(
                Topic.SECURITY_EVENTS, "login.challenged",
                Topic.ACCOUNTS, "account.state");
    }

    @Override
    protected Topic deadLetters() {
        return Topic.IP_TRUST_DEAD_LETTERS;
    }
}
