package dev.gatehouse.chassis.mail.queue;

import dev.gatehouse.chassis.mail.message.SmtpConnection;
import dev.gatehouse.chassis.mail.message.SmtpConnections;
import dev.gatehouse.chassis.mail.queue.MailLeases.Claim;
import dev.gatehouse.chassis.runtime.background.Worker;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/**
 * Sends the mails that are due, until none is.
 *
 * <p>Works in a few lanes, each with one mail at a time on an SMTP connection of its own, so that a mail for which the
 * server hangs holds up no other. An idle replica asks the database in one lane only; a lane that leaves something due
 * wakes the next.
 */
@ApplicationScoped
class MailLanes {
    private final MailLeases leases;
    private final MailSender sender;
    private final Vertx vertx;
    private final InstantSource clock;
    private final Duration poll;
    private final List<Lane> lanes;
    /** Claimed mails that no lane has taken yet. */
    private final Queue<ClaimedMail> handedOver = new ConcurrentLinkedQueue<>();
    /** Whether there may be something to claim. */
    private final AtomicBoolean looks = new AtomicBoolean();

    MailLanes(
            MailLeases leases,
            MailSender sender,
            SmtpConnections connections,
            MailQueueConfig config,
            Vertx vertx,
            InstantSource clock) {
        this.leases = leases;
        this.sender = sender;
        this.vertx = vertx;
        this.clock = clock;
        this.poll = config.pollEvery();
        this.lanes = IntStream.range(0, config.lanes())
                .mapToObj(number -> new Lane("mail-" + number, connections.create(config.sendTimeout())))
                .toList();
    }

    /**
     * The end of the lease of a mail that is claimed now for a lane that has nothing to do; empty when all are busy.
     */
    Optional<Instant> leaseOfFreeLane(Instant now) {
        return handedOver.isEmpty() && lanes.stream().anyMatch(lane -> !lane.busy)
                ? Optional.of(leases.leaseEnd(now))
                : Optional.empty();
    }

    /** Sends a mail that was claimed when it was scheduled; returns at once. */
    void send(ClaimedMail claimed) {
        handedOver.add(claimed);
        wakeLane();
    }

    /** Looks for work now; returns at once. */
    void wake() {
        looks.set(true);
        wakeLane();
    }

    private void wakeLane() {
        lanes.stream()
                .filter(lane -> !lane.busy)
                .findFirst()
                .orElseGet(lanes::getFirst)
                .worker
                .wake();
    }

    /* After a claim another lane takes the next mail at once; after none, another replica has what is due. */
    private void wakeForTheNext(Claim claim) {
        Instant next = claim.nextDueAt();
        if (next == null) {
            return;
        }
        Duration pause = Duration.between(clock.instant(), next);
        if (pause.isPositive() && pause.compareTo(poll) < 0) {
            vertx.setTimer(Math.max(1, pause.toMillis()), timer -> wake());
        } else if (!pause.isPositive() && claim.mail().isPresent()) {
            wake();
        }
    }

    /** One mail after another, on one connection. */
    private final class Lane {
        private final SmtpConnection connection;
        private final Worker worker;
        private volatile boolean busy;

        Lane(String name, SmtpConnection connection) {
            this.connection = connection;
            this.worker = Worker.of(name, this::sendAllDue);
        }

        private Uni<Void> sendAllDue() {
            busy = true;
            return Multi.createBy()
                    .repeating()
                    .uni(this::sendOne)
                    .whilst(sent -> sent)
                    .collect()
                    .last()
                    .replaceWithVoid()
                    .onTermination()
                    .invoke(() -> busy = false);
        }

        private Uni<Boolean> sendOne() {
            ClaimedMail claimed = handedOver.poll();
            if (claimed != null) {
                // One whose lease is almost over is claimed anew when it is.
                return leases.allowsAttempt(claimed.mail())
                        ? sender.send(claimed, connection).replaceWith(true)
                        : Uni.createFrom().item(true);
            }
            return looks.compareAndSet(true, false)
                    ? claimOne()
                    : Uni.createFrom().item(false);
        }

        private Uni<Boolean> claimOne() {
            return leases.claim()
                    .invoke(claim -> looks.compareAndSet(false, claim.mail().isPresent()))
                    .invoke(claim -> wakeForTheNext(claim))
                    .call(claim -> claim.mail()
                            .map(mail -> sender.send(ClaimedMail.of(mail), connection))
                            .orElse(Uni.createFrom().voidItem()))
                    .map(claim -> claim.mail().isPresent());
        }
    }
}
