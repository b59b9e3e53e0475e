package dev.gatehouse.auth.login.limit;

import dev.gatehouse.auth.credential.password.ConfirmationLimit;
import dev.gatehouse.auth.credential.password.PasswordHashing;
import dev.gatehouse.auth.credential.password.PasswordHashing.Check;
import dev.gatehouse.auth.credential.password.StoredPassword;
import dev.gatehouse.auth.login.limit.LimitPolicy.Decision;
import dev.gatehouse.auth.login.limit.LoginLimits.AttemptResult;
import dev.gatehouse.auth.login.limit.LoginLimits.Subject;
import dev.gatehouse.auth.login.limit.SqlLimits.Known;
import dev.gatehouse.auth.login.limit.SqlLimits.Owner;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.security.secret.Secret;
import dev.gatehouse.contracts.identity.AccountKind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts passwords that are tried within sessions, apart from logins: nobody without a session can block one. */
@ApplicationScoped
class SessionConfirmations implements ConfirmationLimit {
    private final SqlLimits counters;
    private final LoginLimits limits;
    private final LimitKeys keys;
    private final PasswordHashing hashing;
    private final Transactions transactions;
    private final InstantSource clock;

    SessionConfirmations(
            SqlLimits counters,
            LoginLimits limits,
            LimitKeys keys,
            PasswordHashing hashing,
            Transactions transactions,
            InstantSource clock) {
        this.counters = counters;
        this.limits = limits;
        this.keys = keys;
        this.hashing = hashing;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Uni<Confirmation> check(UUID accountId, AccountKind kind, Secret entered, @Nullable StoredPassword stored) {
        Attempt attempt = new Attempt(new Owner(kind, accountId), List.of(keys.confirmation(kind, accountId)));
        return transactions.runSql(tx -> count(tx, attempt)).chain(counted -> switch (counted.decision()) {
            case Decision.Throttle throttle ->
                Uni.createFrom().item(new Confirmation.Throttled(Duration.between(clock.instant(), throttle.until())));
            case Decision.Count count ->
                hashing.check(entered, stored)
                        .onFailure()
                        .call(() -> settle(attempt, counted.known(), AttemptResult.NOT_CHECKED))
                        .call(result -> settle(attempt, counted.known(), result(result)))
                        .map(Confirmation.Checked::new);
        });
    }

    private Uni<Counted> count(SqlConnection tx, Attempt attempt) {
        Subject subject = new Subject(attempt.owner().accountId(), null, true);
        return counters.read(tx, attempt.owner().kind(), attempt.lane())
                .chain(known -> (known.settings().enabled()
                                ? limits.count(tx, attempt.owner(), subject, attempt.lane(), known)
                                : Uni.createFrom().<Decision>item(new Decision.Count(Map.of())))
                        .map(decision -> new Counted(known, decision)));
    }

    private Uni<Void> settle(Attempt attempt, Known known, AttemptResult result) {
        return result == AttemptResult.FAILED || !known.settings().enabled()
                ? Uni.createFrom().voidItem()
                : transactions.runSql(tx -> limits.settle(tx, attempt.owner(), attempt.lane(), known, result));
    }

    private static AttemptResult result(Check check) {
        return switch (check) {
            case Check.Match match -> AttemptResult.PROVEN;
            case Check.Mismatch mismatch -> AttemptResult.FAILED;
        };
    }

    private record Attempt(Owner owner, List<LimitKeys.Key> lane) {}

    private record Counted(Known known, Decision decision) {}
}
