package dev.gatehouse.auth.login.challenge;

import dev.gatehouse.chassis.http.problem.ProblemException;
import dev.gatehouse.chassis.runtime.background.Stopping;
import dev.gatehouse.chassis.security.secret.Secret;
import dev.gatehouse.contracts.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Waits until a challenge is not pending any more. The database is the truth: after a signal it is read again for a
 * short while, because another replica may be writing the answer, and once more when the time is over. A waiting client
 * holds no thread, no connection and no transaction. When the replica stops, every client gets the challenge as it is,
 * and waits at another one.
 */
@ApplicationScoped
class LongPoll {
    /** How long after a signal the answer may still be on its way into the database. */
    private static final Duration ALERT = Duration.ofSeconds(3);

    /** How often the database is read during that time. */
    private static final Duration ALERT_INTERVAL = Duration.ofMillis(100);

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final SqlChallenges challenges;
    private final KafkaChallengeSignal signal;
    private final WaiterLimit limit;
    private final Vertx vertx;
    private final InstantSource clock;
    private final Stopping stopping;

    LongPoll(
            SqlChallenges challenges,
            KafkaChallengeSignal signal,
            WaiterLimit limit,
            Vertx vertx,
            InstantSource clock,
            Stopping stopping) {
        this.challenges = challenges;
        this.signal = signal;
        this.limit = limit;
        this.vertx = vertx;
        this.clock = clock;
        this.stopping = stopping;
        stopping.listen(signal::sendToAll);
    }

    /**
     * The challenge as soon as it is not pending any more, as soon as its mail will not come, or when the time is over.
     * Fails with {@code overloaded} when too many clients wait. A cancelled subscription stops waiting.
     */
    Uni<ChallengeLookup> await(Secret id, Challenge.Client client, Duration atMost) {
        Instant deadline = clock.instant().plus(atMost);
        return challenges
                .find(id, client)
                .chain(found -> found instanceof ChallengeLookup.Own(Challenge challenge)
                                && challenge.state() == ChallengeState.PENDING
                                && atMost.isPositive()
                        ? admitted(id, challenge, deadline)
                        : Uni.createFrom().item(found));
    }

    private Uni<ChallengeLookup> admitted(Secret id, Challenge pending, Instant deadline) {
        return Uni.createFrom()
                .deferred(() -> limit.enter(pending.terms().accountId())
                        ? poll(id, pending, deadline)
                        : Uni.createFrom().failure(full()))
                .map(last ->
                        last.<ChallengeLookup>map(ChallengeLookup.Own::new).orElseGet(ChallengeLookup.Unknown::new));
    }

    private Uni<Optional<Challenge>> poll(Secret id, Challenge pending, Instant deadline) {
        UUID accountId = pending.terms().accountId();
        Sleeper sleeper = new Sleeper(vertx);
        signal.subscribe(accountId, sleeper);
        Timing timing = new Timing(sleeper, earlier(deadline, pending.expiresAt()));
        return Uni.createFrom()
                .deferred(() -> timing.untilNextRead()
                        .chain(() ->
                                challenges.find(id, pending.terms().client().audience())))
                .repeat()
                .whilst(found -> isUnchanged(pending, found) && timing.goesOn())
                .collect()
                .last()
                .onTermination()
                .invoke(() -> leave(accountId, sleeper));
    }

    private void leave(UUID accountId, Sleeper sleeper) {
        signal.unsubscribe(accountId, sleeper);
        limit.leave(accountId);
    }

    private static boolean isUnchanged(Challenge pending, Optional<Challenge> found) {
        return found.filter(now -> now.state() == ChallengeState.PENDING && now.lacksMail() == pending.lacksMail())
                .isPresent();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static ProblemException full() {
        return new ProblemException(ProblemType.OVERLOADED, "Too many wait already: ask again shortly.")
                .retryAfter(RETRY_AFTER);
    }

    /** When one waiting client reads the database next. */
    private final class Timing {
        private final Sleeper sleeper;
        private final Instant deadline;
        private volatile Instant alertUntil = Instant.MIN;
        private final AtomicBoolean subscribedJustNow = new AtomicBoolean(true);

        private Timing(Sleeper sleeper, Instant deadline) {
            this.sleeper = sleeper;
            this.deadline = deadline;
        }

        /** At once the first time: a signal between the first read and the subscription reached nobody. */
        private Uni<Boolean> untilNextRead() {
            if (subscribedJustNow.getAndSet(false)) {
                return Uni.createFrom().item(false);
            }
            Duration left = Duration.between(clock.instant(), deadline);
            boolean alert = clock.instant().isBefore(alertUntil) && left.compareTo(ALERT_INTERVAL) > 0;
            return sleeper.sleep(alert ? ALERT_INTERVAL : left).invoke(this::onWake);
        }

        private void onWake(boolean signalled) {
            if (signalled) {
                alertUntil = clock.instant().plus(ALERT);
            }
        }

        private boolean goesOn() {
            return clock.instant().isBefore(deadline) && !stopping.begun();
        }
    }

    /** Sleeps until it is signalled or the time is over; always wakes on the context it was created on. */
    private static final class Sleeper implements Runnable {
        private final Context context;
        private final AtomicBoolean signalled = new AtomicBoolean();
        private final AtomicReference<@Nullable Runnable> sleeping = new AtomicReference<>();

        private Sleeper(Vertx vertx) {
            this.context = vertx.getOrCreateContext();
        }

        /** The signal, from any thread. One that arrives between two sleeps ends the next one at once. */
        @Override
        public void run() {
            signalled.set(true);
            wake();
        }

        /** Returns whether it was signalled. */
        private Uni<Boolean> sleep(Duration atMost) {
            return Uni.createFrom().emitter(awake -> sleep(atMost, awake));
        }

        private void sleep(Duration atMost, UniEmitter<? super Boolean> awake) {
            sleeping.set(() -> awake.complete(signalled.getAndSet(false)));
            long timer = context.owner().setTimer(Math.max(1, atMost.toMillis()), over -> wake());
            awake.onTermination(() -> context.owner().cancelTimer(timer));
            if (signalled.get()) {
                wake();
            }
        }

        private void wake() {
            Runnable next = sleeping.getAndSet(null);
            if (next != null) {
                context.runOnContext(ignored -> next.run());
            }
        }
    }
}
