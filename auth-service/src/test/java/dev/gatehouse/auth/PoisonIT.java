package dev.gatehouse.auth;

import dev.gatehouse.chassis.testkit.hostile.PoisonOfModule;
import dev.gatehouse.contracts.topic.Topic;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;

/** In the topics that this service reads. */
@QuarkusTest
@AuthStack
class PoisonIT extends PoisonOfModule {
    @Override
    protected Map<Topic, String> read() {
        return Map.of(
                Topic.SECURITY_EVENTS, "address-verification.denied",
                Topic.TRUSTED_ADDRESSES, "trusted-address.state",
                Topic.SETTINGS, "ip-trust-settings.state",
                Topic.ADDRESSES, "address.state");
    }

    @Override
    protected Topic deadLetters() {
        return Topic.AUTH_DEAD_LETTERS;
    }
}
