package dev.gatehouse.iptrust;

import dev.gatehouse.chassis.testkit.hostile.PoisonOfModule;
import dev.gatehouse.contracts.topic.Topic;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;

/** In the topics that this service reads. */
@QuarkusTest
@IpTrustStack
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
