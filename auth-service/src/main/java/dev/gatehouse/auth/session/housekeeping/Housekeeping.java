package dev.gatehouse.auth.session.housekeeping;

import dev.gatehouse.auth.login.challenge.Challenges;
import dev.gatehouse.auth.session.hostname.Hostnames;
import dev.gatehouse.auth.session.lifetime.Sessions;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.runtime.log.Log;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/** The jobs. One that fails is done again next time. */
@ApplicationScoped
class Housekeeping {
    private static final Log LOG = Log.of(Housekeeping.class);
    private static final int SESSIONS_AT_A_TIME = 200;

    private final Transactions transactions;
    private final Sessions sessions;
    private final Challenges challenges;
    private final Hostnames hostnames;
    private final HousekeepingConfig settings;
    private final InstantSource clock;

    Housekeeping(
            Transactions transactions,
            Sessions sessions,
            Challenges challenges,
            Hostnames hostnames,
            HousekeepingConfig settings,
            InstantSource clock) {
        this.transactions = transactions;
        this.sessions = sessions;
        this.challenges = challenges;
        this.hostnames = hostnames;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(
            identity = "session-expiry",
            every = "${gatehouse.housekeeping.end-sessions-every:PT5S}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> endSessions() {
        return quietly("sessions not ended", () -> sessions.endLapsed(SESSIONS_AT_A_TIME));
    }

    @Scheduled(
            identity = "forgetting",
            every = "${gatehouse.housekeeping.forget-every:PT1H}",
            delayed = "30s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        return quietly("sessions not forgotten", () -> sessions.forget(before(settings.keepEndedSessions())))
                .chain(() ->
                        quietly("challenges not forgotten", () -> challenges.forget(before(settings.keepChallenges()))))
                .chain(() ->
                        quietly("host names not forgotten", () -> hostnames.forget(before(settings.keepHostnames()))));
    }

    private <T> Uni<Void> quietly(String trouble, Supplier<Uni<T>> work) {
        return transactions
                .run(work)
                .onFailure()
                .invoke(failure -> LOG.with("cause", failure).warn(trouble))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private Instant before(Duration kept) {
        return clock.instant().minus(kept);
    }
}
