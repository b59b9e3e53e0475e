package dev.gatehouse.notification.courier;

import dev.gatehouse.notification.address.AddressWatcher;
import dev.gatehouse.notification.address.ResolvedAddress;
import dev.gatehouse.notification.delivery.Deliveries;
import dev.gatehouse.notification.delivery.Harvest;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sends what is due, until nothing is; woken rather than polling, so that a mail leaves within moments.
 *
 * <p>Works in a few lanes, each with one mail at a time, so that a mail that the server lets hang holds up no other. An
 * idle replica asks the database in one lane only; a lane that leaves something due wakes the next.
 */
@ApplicationScoped
public class Courier implements AddressWatcher {
    private static final Duration POLL = Duration.ofSeconds(1);

    private final Deliveries deliveries;
    private final Dispatch dispatch;
    private final Vertx vertx;
    private final InstantSource clock;
    private final List<Lane> lanes;

    Courier(Deliveries deliveries, Dispatch dispatch, CourierConfig settings, Vertx vertx, InstantSource clock) {
        this.deliveries = deliveries;
        this.dispatch = dispatch;
        this.vertx = vertx;
        this.clock = clock;
        this.lanes = IntStream.range(0, settings.concurrency())
                .mapToObj(number -> new Lane("courier-" + number, this::sendAllDue))
                .toList();
    }

    /** Looks for work now; to be called after the commit that owed some. Returns at once. */
    public void wake() {
        lanes.stream()
                .filter(Lane::isIdle)
                .findFirst()
                .orElseGet(lanes::getFirst)
                .wake();
    }

    @Override
    public Uni<Void> resolved(ResolvedAddress address) {
        return Uni.createFrom().voidItem();
    }

    /** Mails that waited for the name of an address may be due now. */
    @Override
    public void committed() {
        wake();
    }

    /* For what other replicas owed and did not send, and for what an administrator wants tried again. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void poll() {
        wake();
    }

    private Uni<Void> sendAllDue() {
        return Multi.createBy()
                .repeating()
                .uni(this::sendOne)
                .whilst(harvest -> harvest.claim().isPresent())
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Harvest> sendOne() {
        return deliveries.claim().invoke(this::wakeForTheNext).call(this::send);
    }

    private Uni<Void> send(Harvest harvest) {
        return harvest.claim().map(dispatch::hand).orElse(Uni.createFrom().voidItem());
    }

    /* After a claim another lane takes the next at once; after none, somebody else has what is due. */
    private void wakeForTheNext(Harvest harvest) {
        harvest.nextDueAt()
                .map(due -> Duration.between(clock.instant(), due))
                .filter(pause -> pause.compareTo(POLL) < 0)
                .filter(pause -> pause.isPositive() || harvest.claim().isPresent())
                .ifPresent(this::wakeAfter);
    }

    private void wakeAfter(Duration pause) {
        if (pause.isPositive()) {
            vertx.setTimer(Math.max(1, pause.toMillis()), timer -> wake());
        } else {
            wake();
        }
    }
}
