package dev.gatehouse.auth.session.revocation;

import dev.gatehouse.chassis.messaging.event.Messages;
import dev.gatehouse.chassis.messaging.event.OutboxMessage;
import dev.gatehouse.chassis.messaging.wire.TopicNames;
import dev.gatehouse.chassis.runtime.health.Outage;
import dev.gatehouse.contracts.state.Revocation;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Beats once a second in every replica; without a broker it misses beats, which is just what it is there to tell. */
@ApplicationScoped
class KafkaHeartbeat {
    private static final Duration LONGEST_CLOSE = Duration.ofMillis(500);

    private final Map<String, Object> kafka;
    private final Messages messages;
    private final TopicNames names;
    private final Outage outage;
    private @Nullable Producer<String, String> producer;

    KafkaHeartbeat(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            Messages messages,
            TopicNames names,
            InstantSource clock) {
        this.names = names;
        this.kafka = Map.copyOf(kafka);
        this.messages = messages;
        this.outage = new Outage("revocation heartbeat", clock);
    }

    @Scheduled(
            identity = "revocation-heartbeat",
            every = "${gatehouse.revocation.heartbeat-every:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    synchronized void beat() {
        try {
            var unused = producer().send(record(), (metadata, failure) -> heard(failure));
        } catch (KafkaException away) {
            outage.began(away);
        }
    }

    synchronized void stop(@Observes ShutdownEvent stopping) {
        if (producer != null) {
            producer.close(LONGEST_CLOSE);
            producer = null;
        }
    }

    private void heard(@Nullable Exception failure) {
        if (failure == null) {
            outage.ended();
        } else {
            outage.began(failure);
        }
    }

    private ProducerRecord<String, String> record() {
        OutboxMessage message = messages.revocation(Revocation.heartbeat());
        String payload = Objects.requireNonNull(message.payload());
        ProducerRecord<String, String> record = new ProducerRecord<>(names.of(message.topic()), message.key(), payload);
        message.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private Producer<String, String> producer() {
        Producer<String, String> current = producer;
        if (current == null) {
            current = new KafkaProducer<>(settings(), new StringSerializer(), new StringSerializer());
            producer = current;
        }
        return current;
    }

    /** A beat that cannot be sent within two seconds is worth nothing any more. */
    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.ACKS_CONFIG, "1");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false);
        settings.put(ProducerConfig.RETRIES_CONFIG, 0);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 1_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 1_500);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 2_000);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        settings.remove("key.serializer");
        settings.remove("value.serializer");
        return settings;
    }
}
