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

/** Sends a heartbeat from every replica. Without a broker heartbeats are missing, which is what readers look for. */
@ApplicationScoped
class KafkaHeartbeat {
    private static final Duration LONGEST_CLOSE = Duration.ofMillis(500);

    private final Map<String, Object> kafka;
    private final Messages messages;
    private final int interval;
    private final TopicNames names;
    private final Outage outage;
    private @Nullable Producer<String, String> producer;

    KafkaHeartbeat(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            Messages messages,
            TopicNames names,
            RevocationConfig config,
            InstantSource clock) {
        this.names = names;
        this.kafka = Map.copyOf(kafka);
        this.messages = messages;
        this.interval = Math.toIntExact(config.heartbeatEvery().toMillis());
        this.outage = new Outage("revocation heartbeat", clock);
    }

    @Scheduled(
            identity = "revocation-heartbeat",
            every = "${gatehouse.auth.revocation.heartbeat-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    synchronized void send() {
        try {
            var unused = producer().send(record(), (metadata, failure) -> delivered(failure));
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

    private void delivered(@Nullable Exception failure) {
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
            current = new KafkaProducer<>(properties(), new StringSerializer(), new StringSerializer());
            producer = current;
        }
        return current;
    }

    /** A heartbeat that cannot be sent within two intervals is of no use any more. */
    private Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put(ProducerConfig.ACKS_CONFIG, "1");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false);
        properties.put(ProducerConfig.RETRIES_CONFIG, 0);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, interval);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, interval * 3 / 2);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, interval * 2);
        properties.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, interval);
        properties.remove("key.serializer");
        properties.remove("value.serializer");
        return properties;
    }
}
