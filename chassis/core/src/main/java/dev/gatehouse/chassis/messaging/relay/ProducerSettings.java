package dev.gatehouse.chassis.messaging.relay;

import dev.gatehouse.chassis.runtime.kafka.KafkaSettings;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

/** How the relay's producer works: nothing lost, nothing reordered, and an outage noticed within seconds. */
final class ProducerSettings {
    /** Hundreds of rows in one request. */
    private static final int BATCH_BYTES = 128 * 1024;

    private ProducerSettings() {}

    static Map<String, Object> of(Map<String, Object> kafka) {
        Map<String, Object> settings = KafkaSettings.producer(kafka);
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        settings.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        return settings;
    }
}
