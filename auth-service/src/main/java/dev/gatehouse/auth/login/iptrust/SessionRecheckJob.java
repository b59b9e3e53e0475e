package dev.gatehouse.auth.login.iptrust;

import dev.gatehouse.auth.session.lifetime.OpenSessions;
import dev.gatehouse.auth.session.lifetime.Sessions;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.runtime.log.Log;
import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.contracts.event.SessionEnd;
import dev.gatehouse.contracts.identity.AccountKind;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/**
 * Ends the sessions of agents that would have to prove their address now, after IP trust was turned on or widened. Any
 * number of replicas may run it: the row of the settings is locked, so each change is looked at once.
 */
@ApplicationScoped
class SessionRecheckJob {
    private static final Log LOG = Log.of(SessionRecheckJob.class);

    private final Transactions transactions;
    private final PanacheTrust trust;
    private final OpenSessions openSessions;
    private final Sessions sessions;
    private final InstantSource clock;

    SessionRecheckJob(
            Transactions transactions,
            PanacheTrust trust,
            OpenSessions openSessions,
            Sessions sessions,
            InstantSource clock) {
        this.transactions = transactions;
        this.trust = trust;
        this.openSessions = openSessions;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Scheduled(
            identity = "session-recheck",
            every = "${gatehouse.auth.iptrust.recheck-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return transactions
                .read(() -> trust.recheckIsDue(clock.instant()))
                .chain(due ->
                        due ? transactions.run(this::recheck) : Uni.createFrom().voidItem())
                .replaceWithVoid();
    }

    private Uni<Void> recheck() {
        Instant now = clock.instant();
        return trust.takeRecheck(now)
                .chain(taken -> taken
                        ? openSessions
                                .ofAgents()
                                .chain(open -> trust.ofAccounts(now).map(of -> unproven(open, of, now)))
                                .chain(ids -> sessions.endThese(ids, SessionEnd.PROOF_MISSING, Origin.SYSTEM))
                                .invoke(count ->
                                        LOG.with("removed", count).info("Sessions ended for want of a trusted address"))
                                .replaceWithVoid()
                        : Uni.createFrom().voidItem());
    }

    private static List<UUID> unproven(List<OpenSessions.OfAgent> open, PanacheTrust.OfAccounts trust, Instant now) {
        return open.stream()
                .filter(one -> trust.of(one.accountId())
                                .decide(
                                        AccountKind.AGENT,
                                        one.admin(),
                                        IpAddress.parse(one.ip()).orElseThrow(),
                                        now)
                        == Trust.Verdict.VERIFY)
                .map(OpenSessions.OfAgent::id)
                .toList();
    }
}
