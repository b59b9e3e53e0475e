package dev.gatehouse.notification.courier;

import dev.gatehouse.notification.delivery.Backlog;
import dev.gatehouse.notification.delivery.Claim;
import dev.gatehouse.notification.delivery.Deliveries;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** What operators see of sending. */
@ApplicationScoped
class CourierMeters {
    private static final String DELIVERIES = "gatehouse.notification.deliveries";

    private final MeterRegistry meters;
    private final Deliveries deliveries;
    private final InstantSource clock;
    private volatile Backlog backlog = new Backlog(0, null);

    CourierMeters(MeterRegistry meters, Deliveries deliveries, InstantSource clock) {
        this.meters = meters;
        this.deliveries = deliveries;
        this.clock = clock;
        meters.gauge(DELIVERIES + ".pending", this, CourierMeters::pending);
        meters.gauge(DELIVERIES + ".oldest.pending.seconds", this, CourierMeters::oldestSeconds);
    }

    void sent(Claim claim) {
        count("sent");
        meters.timer(DELIVERIES + ".lag").record(Duration.between(claim.createdAt(), clock.instant()));
    }

    void postponed() {
        count("postponed");
    }

    void failed() {
        count("failed");
    }

    @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> measure() {
        return deliveries.backlog().invoke(measured -> backlog = measured).replaceWithVoid();
    }

    private void count(String result) {
        meters.counter(DELIVERIES, "result", result).increment();
    }

    private double pending() {
        return backlog.mails();
    }

    private double oldestSeconds() {
        Instant oldest = backlog.oldest();
        return oldest == null ? 0 : Duration.between(oldest, clock.instant()).toMillis() / 1000.0;
    }
}
