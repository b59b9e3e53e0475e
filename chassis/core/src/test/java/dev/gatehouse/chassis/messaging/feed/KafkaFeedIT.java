package dev.gatehouse.chassis.messaging.feed;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.chassis.ChassisProfile;
import dev.gatehouse.chassis.testkit.Broker;
import dev.gatehouse.chassis.testkit.GatehouseStack;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.chassis.testkit.Topics;
import dev.gatehouse.contracts.topic.Topic;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ChassisProfile.class)
@WithTestResource(value = GatehouseStack.class, initArgs = @ResourceArg(name = "schema", value = "gatehouse_chassis"))
class KafkaFeedIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Topic TOPIC = Topic.POSTURE;

    private final Topics topics = StackEnds.topics();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<AutoCloseable> open = new ArrayList<>();

    @Inject
    FeedFactory feeds;

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable feed : open) {
            feed.close();
        }
    }

    @Test
    void hearsWhatIsThereAndWhatComes() {
        // Given
        say("there already");

        // When
        KafkaFeed feed = follow(Start.beginning());
        await().atMost(PATIENCE).until(feed::caughtUp);
        say("came later");

        // Then
        awaitHeard("there already", "came later");
    }

    @Test
    void hearsOnlyWhatComesWhenItStartsAtTheEnd() {
        // Given
        say("not for it");

        // When
        KafkaFeed feed = follow(Start.end());
        await().atMost(PATIENCE).until(feed::caughtUp);
        say("for it");

        // Then
        awaitHeard("for it");
        assertFalse(heard.contains("not for it"));
    }

    @Test
    void startsAtAMoment() {
        // Given
        say("before the moment");
        List<ConsumerRecord<String, byte[]>> before = topics.all(TOPIC);
        Instant moment = Instant.ofEpochMilli(before.getLast().timestamp() + 1);
        await().until(() -> Instant.now().isAfter(moment));
        say("after the moment");

        // When
        KafkaFeed feed = follow(Start.at(moment));

        // Then
        awaitHeard("after the moment");
        await().atMost(PATIENCE).until(feed::caughtUp);
        assertFalse(heard.contains("before the moment"));
    }

    @Test
    @DisplayName("C: an error of the listener does not end the feed")
    void goesOnAfterAnError() {
        // Given
        AtomicBoolean failed = new AtomicBoolean();
        KafkaFeed feed = feeds.follow(TOPIC, Start.end(), record -> {
            if (failed.compareAndSet(false, true)) {
                throw new AssertionError("once");
            }
            heard.add(new String(record.value(), StandardCharsets.UTF_8));
        });
        open.add(feed);
        await().atMost(PATIENCE).until(feed::caughtUp);

        // When
        say("after the error");

        // Then
        awaitHeard("after the error");
    }

    @Test
    void goesOnAfterAnOutageAndKnowsHowOldItsNewsIs() {
        // Given
        Broker broker = StackEnds.broker();
        KafkaFeed feed = follow(Start.end());
        await().atMost(PATIENCE).until(feed::caughtUp);

        // When
        broker.pause();
        try {
            await().atMost(PATIENCE).until(() -> age(feed).compareTo(Duration.ofSeconds(3)) > 0);
        } finally {
            broker.resume();
        }
        say("after the outage");

        // Then
        awaitHeard("after the outage");
        assertTrue(age(feed).compareTo(Duration.ofSeconds(3)) < 0);
    }

    @Test
    void passesOverARecordThatItsListenerCannotTake() {
        // Given
        KafkaFeed feed = feeds.follow(TOPIC, Start.end(), this::fallOverPoison);
        open.add(feed);
        await().atMost(PATIENCE).until(feed::caughtUp);

        // When
        say("poison");
        say("food");

        // Then
        awaitHeard("food");
        assertEquals(List.of("food"), heard);
    }

    private void fallOverPoison(ConsumerRecord<String, byte[]> record) {
        if (text(record).equals("poison")) {
            throw new IllegalStateException("planned");
        }
        hear(record);
    }

    private KafkaFeed follow(Start start) {
        KafkaFeed feed = feeds.follow(TOPIC, start, this::hear);
        open.add(feed);
        return feed;
    }

    private void hear(ConsumerRecord<String, byte[]> record) {
        heard.add(text(record));
    }

    private static String text(ConsumerRecord<String, byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }

    private void say(String text) {
        topics.produce(TOPIC, "chassis", text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    private void awaitHeard(String... texts) {
        await().atMost(PATIENCE).untilAsserted(() -> assertTrue(heard.containsAll(List.of(texts)), heard::toString));
    }

    private static Duration age(KafkaFeed feed) {
        return Duration.between(feed.lastHeardAt(), Instant.now());
    }
}
