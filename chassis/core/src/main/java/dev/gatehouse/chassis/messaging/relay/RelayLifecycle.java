package dev.gatehouse.chassis.messaging.relay;

import dev.gatehouse.chassis.database.CommitSignal;
import dev.gatehouse.chassis.database.connection.DatabaseConnections;
import dev.gatehouse.chassis.messaging.wire.TopicNames;
import dev.gatehouse.chassis.runtime.health.Outage;
import dev.gatehouse.chassis.runtime.log.Log;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Starts the relay with the service, and lets it finish when the service stops. */
@ApplicationScoped
class RelayLifecycle {
    private static final Log LOG = Log.of(RelayLifecycle.class);
    private static final long LONGEST_STOP_SECONDS = 5;

    private final KafkaPublisher publisher;
    private final Relay relay;
    private final CommitSignal commits;

    RelayLifecycle(
            Vertx vertx,
            DatabaseConnections connections,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            TopicNames names,
            MeterRegistry meters,
            InstantSource clock,
            CommitSignal commits,
            Instance<RelayHeartbeat> heartbeat) {
        this.publisher = new KafkaPublisher(kafka, names, new Outage("broker of the outbox relay", clock));
        this.relay = new Relay(
                vertx,
                () -> ConnectionSettings.of(connections),
                publisher,
                new RelayMeters(meters),
                clock,
                heartbeat.stream().findFirst());
        this.commits = commits;
    }

    void start(@Observes StartupEvent event) {
        commits.listen(relay::wake);
        relay.start();
    }

    void stop(@Observes ShutdownEvent event) {
        try {
            relay.stop().get(LONGEST_STOP_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException unfinished) {
            LOG.with("cause", unfinished).warn("Stopped with messages in the outbox, they go out after the next start");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            publisher.close();
        }
    }
}
