package dev.gatehouse.chassis.messaging.relay;

import dev.gatehouse.chassis.messaging.wire.TopicNames;
import dev.gatehouse.chassis.runtime.health.Outage;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Sends rows to the broker, through two producers: what is behind an obstacle is tried by one of its own, so that
 * waiting for a topic's metadata and giving up on a record hold up nobody else.
 */
final class KafkaPublisher {
    private final Outage outage;
    private final SenderThread healthy;
    private final SenderThread probes;

    KafkaPublisher(Map<String, Object> kafka, TopicNames names, Outage outage) {
        Map<String, Object> settings = ProducerSettings.of(kafka);
        this.outage = outage;
        this.healthy = new SenderThread("outbox-sender", settings, names);
        this.probes = new SenderThread("outbox-probes", settings, names);
    }

    /**
     * Sends rows of one key back to back. The listener is called once, on any thread, when the fate of all of them is
     * known. Rows behind one that was not taken are not sent.
     */
    void publish(List<OutboxRow> rows, Consumer<Outcome> listener) {
        healthy.send(rows, listener);
    }

    /** Tries one row that is behind an obstacle. */
    void probe(OutboxRow row, Consumer<Outcome> listener) {
        probes.send(List.of(row), listener);
    }

    /** Forgets what is under way; some of it may still arrive. */
    void giveUp() {
        healthy.giveUp();
        probes.giveUp();
    }

    void reachable() {
        outage.ended();
    }

    void unreachable(Throwable cause) {
        outage.began(cause);
    }

    void close() {
        healthy.close();
        probes.close();
    }
}
