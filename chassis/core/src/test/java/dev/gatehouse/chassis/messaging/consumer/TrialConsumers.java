package dev.gatehouse.chassis.messaging.consumer;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.runtime.identifier.IdGenerator;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.chassis.testkit.Topics;
import dev.gatehouse.contracts.topic.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Consumers with a topic of their own, as tests start them. */
@Singleton
class TrialConsumers {
    static final Topic TOPIC = Topic.POSTURE;
    static final Topic DEAD_LETTERS = Topic.AUDIT_DEAD_LETTERS;

    private final Transactions transactions;
    private final IdGenerator ids;
    private final MeterRegistry registry;
    private final InstantSource clock;
    private final Map<String, Object> kafka;
    private final List<ConsumerLoop> started = new ArrayList<>();

    @Inject
    TrialConsumers(
            Transactions transactions,
            IdGenerator ids,
            MeterRegistry registry,
            InstantSource clock,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.transactions = transactions;
        this.ids = ids;
        this.registry = registry;
        this.clock = clock;
        this.kafka = kafka;
    }

    /** What is in the topic already is not read. */
    static void beginBehindWhatIsThere() {
        StackEnds.database("gatehouse_chassis")
                .update(
                        "REPLACE INTO consumer_position (topic, partition_no, next_offset, owner) VALUES (?, 0, ?, '')",
                        Topics.nameOf(TOPIC),
                        endOfTopic());
    }

    static long endOfTopic() {
        List<ConsumerRecord<String, byte[]>> all = StackEnds.topics().all(TOPIC);
        return all.isEmpty() ? 0 : all.getLast().offset() + 1;
    }

    /** Starts a consumer of this group. */
    @CanIgnoreReturnValue
    ConsumerLoop start(String group, Map<String, Subscription<?>> subscriptions) {
        return start(group, subscriptions, Topics.nameOf(DEAD_LETTERS), () -> {});
    }

    /**
     * The same.
     *
     * @param deadLetters the topic where its dead letters go
     * @param beforeEachClient is run before it connects to the broker
     */
    @CanIgnoreReturnValue
    ConsumerLoop start(
            String group, Map<String, Subscription<?>> subscriptions, String deadLetters, Runnable beforeEachClient) {
        ConsumerMeters meters = new ConsumerMeters(registry);
        ConsumerLoop loop = new ConsumerLoop(
                subscriptions,
                () -> {
                    beforeEachClient.run();
                    return new RecordSource(ConsumerSettings.of(kafka, group), subscriptions.keySet(), meters);
                },
                new Positions(transactions, ids),
                new DeadLetters(kafka, deadLetters),
                meters,
                clock);
        started.add(loop);
        loop.start();
        return loop;
    }

    /** Stops all that were started. */
    void stopAll() {
        started.forEach(loop -> loop.stop(Duration.ofSeconds(5)));
        started.clear();
    }
}
