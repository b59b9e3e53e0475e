package dev.gatehouse.audit;

import dev.gatehouse.chassis.testkit.hostile.PoisonOfModule;
import dev.gatehouse.contracts.topic.Topic;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;

/** In the topics that this service reads. */
@QuarkusTest
@RealStack
class PoisonIT extends PoisonOfModule {
    @Override
    protected Map<Topic, String> read() {
        return Map.of(
                Topic.SECURITY_EVENTS, "login.succeeded",
                Topic.ADDRESSES, "address.state");
    }

    @Override
    protected Topic deadLetters() {
        return Topic.AUDIT_DEAD_LETTERS;
    }
}
