package dev.gatehouse.chassis.runtime.health;

import dev.gatehouse.chassis.runtime.kafka.KafkaSettings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Asks the broker every few seconds who it is. */
@ApplicationScoped
class BrokerProbe {
    private static final int LONGEST_ANSWER_MILLIS = 2_000;

    private final Map<String, Object> settings;
    private final Outage outage;
    private volatile @Nullable Admin admin;
    private volatile boolean stopped;

    BrokerProbe(
            @Identifier("default-kafka-broker") Map<String, Object> kafka, InstantSource clock, MeterRegistry meters) {
        this.settings = KafkaSettings.admin(kafka, LONGEST_ANSWER_MILLIS);
        this.outage = new Outage("broker", clock);
        Gauge.builder("gatehouse.broker.up", outage, BrokerProbe::level).register(meters);
    }

    Optional<Instant> away() {
        return outage.since();
    }

    void start(@Observes StartupEvent event) {
        ask();
    }

    /** The answer comes on the admin client's own thread. */
    @Scheduled(every = "3s", identity = "broker-probe", concurrentExecution = ConcurrentExecution.SKIP)
    void ask() {
        if (stopped) {
            return;
        }
        try {
            var unused = connected()
                    .describeCluster(new DescribeClusterOptions().timeoutMs(LONGEST_ANSWER_MILLIS))
                    .clusterId()
                    .whenComplete(this::answered);
        } catch (KafkaException unreachable) {
            outage.began(unreachable);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        Admin current = admin;
        if (current != null) {
            current.close(Duration.ZERO);
        }
    }

    private void answered(@Nullable String cluster, @Nullable Throwable failure) {
        if (failure == null) {
            outage.ended();
        } else if (!stopped) {
            outage.began(failure);
        }
    }

    private Admin connected() {
        Admin current = admin;
        if (current == null) {
            current = Admin.create(settings);
            admin = current;
        }
        return current;
    }

    private static double level(Outage outage) {
        return outage.since().isPresent() ? 0 : 1;
    }
}
