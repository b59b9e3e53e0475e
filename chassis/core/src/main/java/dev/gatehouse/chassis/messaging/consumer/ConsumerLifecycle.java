package dev.gatehouse.chassis.messaging.consumer;

import dev.gatehouse.chassis.messaging.wire.TopicNames;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Starts the consumer with the service, and stops it before the database work ends. */
@ApplicationScoped
class ConsumerLifecycle {
    /** Before the end of all database work, which its last batch needs. */
    private static final int BEFORE_THE_DATABASE = 500;

    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final Map<String, Subscription<?>> subscriptions;
    private final ConsumerLoop loop;

    ConsumerLifecycle(
            @All List<Subscriptions> sources,
            Positions positions,
            ConsumerSettings settings,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            TopicNames names,
            MeterRegistry registry,
            InstantSource clock,
            @ConfigProperty(name = "gatehouse.messaging.dead-letters") String deadLetters) {
        this.subscriptions = byTopic(sources, names);
        ConsumerMeters meters = new ConsumerMeters(registry);
        this.loop = new ConsumerLoop(
                subscriptions,
                () -> new RecordSource(settings.ofService(), subscriptions.keySet(), meters),
                positions,
                new DeadLetters(kafka, names.of(deadLetters)),
                meters,
                clock);
    }

    void start(@Observes StartupEvent event) {
        if (!subscriptions.isEmpty()) {
            loop.start();
        }
    }

    void stop(@Observes @Priority(BEFORE_THE_DATABASE) ShutdownEvent event) {
        if (!subscriptions.isEmpty()) {
            loop.stop(LONGEST_STOP);
        }
    }

    boolean isNeeded() {
        return !subscriptions.isEmpty();
    }

    ConsumerLoop loop() {
        return loop;
    }

    private static Map<String, Subscription<?>> byTopic(List<Subscriptions> sources, TopicNames names) {
        Map<String, Subscription<?>> byTopic = new HashMap<>();
        sources.stream().flatMap(Subscriptions::subscriptions).forEach(subscription -> {
            if (byTopic.put(names.of(subscription.topic()), subscription) != null) {
                throw new IllegalStateException("Two subscriptions to " + subscription.topic());
            }
        });
        return Map.copyOf(byTopic);
    }
}
