package dev.gatehouse.chassis.messaging.consumer;

import dev.gatehouse.chassis.messaging.wire.TopicNames;
import dev.gatehouse.chassis.runtime.kafka.KafkaSettings;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How the consumer reads. */
@ApplicationScoped
class ConsumerSettings {
    /** A poll is a batch is a transaction; 4 MiB stay well below the largest packet of a database. */
    private static final int BATCH_RECORDS = 500;

    private static final int BATCH_BYTES = 4 * 1024 * 1024;
    /** So much is a batch that is worth a transaction of its own at once. */
    private static final int GATHERED_BYTES = 64 * 1024;
    /** The partitions of a replica that died without a word are another's, or its own again, after this long. */
    private static final int SESSION_MILLIS = 10_000;

    private final Map<String, Object> kafka;
    private final String group;
    private final Optional<String> instance;
    private final Duration gather;

    ConsumerSettings(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            TopicNames names,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "gatehouse.messaging.instance") Optional<String> instance,
            @ConfigProperty(name = "gatehouse.messaging.gather") Duration gather) {
        this.kafka = Map.copyOf(kafka);
        this.group = names.of(service);
        this.instance = instance;
        this.gather = gather;
    }

    /** Of this service. A replica with a name has its partitions again at once when it is started again. */
    Map<String, Object> ofService() {
        Map<String, Object> settings = of(kafka, group);
        if (gather.isPositive()) {
            settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, GATHERED_BYTES);
            settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, (int) gather.toMillis());
        }
        instance.ifPresent(name -> settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, group + "." + name));
        return settings;
    }

    static Map<String, Object> of(Map<String, Object> kafka, String group) {
        Map<String, Object> settings = KafkaSettings.of(kafka);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH_RECORDS);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, BATCH_BYTES);
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS);
        return settings;
    }
}
