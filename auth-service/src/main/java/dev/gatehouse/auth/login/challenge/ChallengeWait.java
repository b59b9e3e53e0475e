package dev.gatehouse.auth.login.challenge;

import dev.gatehouse.chassis.http.problem.ProblemException;
import dev.gatehouse.chassis.security.secret.Secret;
import dev.gatehouse.contracts.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Looks at a waiting sign-in, and waits for it to change. */
@ApplicationScoped
public class ChallengeWait {
    /** How long after a ring the answer may still be on its way into the database, and how often to look meanwhile. */
    private static final Duration ALERT = Duration.ofSeconds(3);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Duration COME_BACK = Duration.ofSeconds(1);

    private final Challenges challenges;
    private final ChallengeBell bell;
    private final Seats seats;
    private final Vertx vertx;
    private final InstantSource clock;

    ChallengeWait(Challenges challenges, ChallengeBell bell, Seats seats, Vertx vertx, InstantSource clock) {
        this.challenges = challenges;
        this.bell = bell;
        this.seats = seats;
        this.vertx = vertx;
        this.clock = clock;
    }

    /** How it stands now; empty when this client has no such sign-in. */
    public Uni<Optional<Challenge>> look(Secret id, ChallengeClient asker) {
        return challenges.find(id, asker);
    }

    /**
     * How it stands as soon as it is not pending any more, or when the time is over. Answers 503 when too many wait
     * already. Giving up the subscription gives the seat back.
     */
    public Uni<Optional<Challenge>> change(Secret id, ChallengeClient asker, Duration atMost) {
        Instant deadline = clock.instant().plus(atMost);
        return look(id, asker)
                .chain(first -> isPending(first) && atMost.isPositive()
                        ? seated(id, first.orElseThrow(), deadline)
                        : Uni.createFrom().item(first));
    }

    private Uni<Optional<Challenge>> seated(Secret id, Challenge pending, Instant deadline) {
        return Uni.createFrom()
                .deferred(() -> seats.take(pending.begun().accountId())
                        ? watched(id, pending, deadline)
                        : Uni.createFrom().failure(full()));
    }

    private Uni<Optional<Challenge>> watched(Secret id, Challenge pending, Instant deadline) {
        Vigil vigil = new Vigil(vertx);
        bell.listen(pending.begun().accountId(), vigil);
        Watch watch = new Watch(vigil, earlier(deadline, pending.expiresAt()));
        return Uni.createFrom()
                .deferred(
                        () -> watch.next().chain(() -> look(id, pending.begun().client())))
                .repeat()
                .whilst(standing -> isPending(standing) && watch.goesOn())
                .collect()
                .last()
                .onTermination()
                .invoke(() -> leave(pending, vigil));
    }

    private void leave(Challenge pending, Vigil vigil) {
        bell.leave(pending.begun().accountId(), vigil);
        seats.leave(pending.begun().accountId());
    }

    private boolean isPending(Optional<Challenge> standing) {
        return standing.filter(found -> found.state(clock.instant()) == ChallengeState.PENDING)
                .isPresent();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static ProblemException full() {
        return new ProblemException(ProblemType.OVERLOADED, "Too many wait already: ask again shortly.")
                .retryAfter(COME_BACK);
    }

    /** One client's wait: when to look next. */
    private final class Watch {
        private final Vigil vigil;
        private final Instant deadline;
        private volatile Instant alertUntil = Instant.MIN;

        private Watch(Vigil vigil, Instant deadline) {
            this.vigil = vigil;
            this.deadline = deadline;
        }

        private Uni<Boolean> next() {
            Duration left = Duration.between(clock.instant(), deadline);
            boolean alert = clock.instant().isBefore(alertUntil) && left.compareTo(BETWEEN_LOOKS) > 0;
            return vigil.sleep(alert ? BETWEEN_LOOKS : left).invoke(this::heard);
        }

        private void heard(boolean rung) {
            if (rung) {
                alertUntil = clock.instant().plus(ALERT);
            }
        }

        private boolean goesOn() {
            return clock.instant().isBefore(deadline);
        }
    }
}
