package dev.gatehouse.chassis.runtime.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * What every Kafka client of a service has in common, on top of what operators set as {@code kafka.*}. Each method
 * gives a new map, to which the client adds its own.
 */
public final class KafkaSettings {
    private static final int LONGEST_PAUSE_MILLIS = 1_000;

    private KafkaSettings() {}

    /** Any client: it tries a lost broker again every second, and reports its metrics to nobody but the service. */
    public static Map<String, Object> of(Map<String, Object> kafka) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, LONGEST_PAUSE_MILLIS);
        settings.put(CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, "");
        settings.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false);
        return settings;
    }

    /** A client that asks about topics and brokers; no question takes longer. */
    public static Map<String, Object> admin(Map<String, Object> kafka, int longestAnswerMillis) {
        Map<String, Object> settings = of(kafka);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, longestAnswerMillis);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, longestAnswerMillis);
        return settings;
    }

    /**
     * A client that loses nothing, sends at once and notices an outage within seconds. The times can be set as
     * {@code kafka.delivery.timeout.ms} and so on.
     */
    public static Map<String, Object> producer(Map<String, Object> kafka) {
        Map<String, Object> settings = of(kafka);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, 2_000);
        settings.putIfAbsent(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
        settings.putIfAbsent(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 8_000);
        return settings;
    }
}
