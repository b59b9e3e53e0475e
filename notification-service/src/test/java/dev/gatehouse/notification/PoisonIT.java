package dev.gatehouse.notification;

import dev.gatehouse.chassis.testkit.hostile.PoisonOfModule;
import dev.gatehouse.contracts.topic.Topic;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;

/** In the topics that this service reads. */
@QuarkusTest
@NotificationStack
class PoisonIT extends PoisonOfModule {
    @Override
    protected Map<Topic, String> read() {
        return Map.of(
                Topic.SECURITY_EVENTS, "login.succeeded",
                Topic.ACCOUNTS, "account.state",
                Topic.ADDRESSES, "address.state");
    }

    @Override
    protected Topic deadLetters() {
        return Topic.NOTIFICATION_DEAD_LETTERS;
    }
}
