package dev.gatehouse.notification.courier;

import dev.gatehouse.chassis.background.Worker;
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

/** Sends what is due, until nothing is; woken rather than polling, so that a mail leaves within moments. */
@ApplicationScoped
public class Courier implements AddressWatcher {
    private static final Duration POLL = Duration.ofSeconds(1);

    private final Deliveries deliveries;
    private final Dispatch dispatch;
    private final CourierSettings settings;
    private final Vertx vertx;
    private final InstantSource clock;
    private final Worker worker = Worker.of("courier", this::sendAllDue);

    Courier(Deliveries deliveries, Dispatch dispatch, CourierSettings settings, Vertx vertx, InstantSource clock) {
        this.deliveries = deliveries;
        this.dispatch = dispatch;
        this.settings = settings;
        this.vertx = vertx;
        this.clock = clock;
    }

    /** Looks for work now; to be called after the commit that owed some. Returns at once. */
    public void wake() {
        worker.wake();
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
                .uni(this::sendSome)
                .whilst(harvest -> !harvest.claims().isEmpty())
                .collect()
                .last()
                .invoke(this::planNext)
                .replaceWithVoid();
    }

    private Uni<Harvest> sendSome() {
        return deliveries.claim().call(this::dispatchAll);
    }

    private Uni<Void> dispatchAll(Harvest harvest) {
        return Multi.createFrom()
                .iterable(harvest.claims())
                .onItem()
                .transformToUni(dispatch::hand)
                .merge(settings.concurrency())
                .collect()
                .last()
                .replaceWithVoid();
    }

    private void planNext(Harvest harvest) {
        harvest.nextDueAt()
                .map(due -> Duration.between(clock.instant(), due))
                .filter(pause -> pause.compareTo(POLL) < 0)
                .ifPresent(this::wakeAfter);
    }

    private void wakeAfter(Duration pause) {
        vertx.setTimer(Math.max(1, pause.toMillis()), timer -> wake());
    }
}
