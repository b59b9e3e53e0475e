package dev.gatehouse.auth.login.limit;

import dev.gatehouse.auth.credential.password.ConfirmationLimit;
import dev.gatehouse.auth.credential.password.PasswordCheck;
import dev.gatehouse.auth.credential.password.PasswordHashing;
import dev.gatehouse.auth.credential.password.StoredPassword;
import dev.gatehouse.auth.login.limit.SqlLimits.Owner;
import dev.gatehouse.auth.login.limitsetting.LimitAdministration;
import dev.gatehouse.auth.login.limitsetting.LimitSettings;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.security.secret.Secret;
import dev.gatehouse.contracts.identity.AccountKind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts passwords that are tried within sessions, apart from logins: nobody without a session can block one. */
@ApplicationScoped
class SessionConfirmations implements ConfirmationLimit {
    private final SqlLimits counters;
    private final LimitAdministration settings;
    private final LimitKeys keys;
    private final PasswordHashing hashing;
    private final Transactions transactions;
    private final InstantSource clock;

    SessionConfirmations(
            SqlLimits counters,
            LimitAdministration settings,
            LimitKeys keys,
            PasswordHashing hashing,
            Transactions transactions,
            InstantSource clock) {
        this.counters = counters;
        this.settings = settings;
        this.keys = keys;
        this.hashing = hashing;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Uni<Confirmation> check(UUID accountId, AccountKind kind, Secret entered, @Nullable StoredPassword stored) {
        Attempt attempt = new Attempt(new Owner(kind, accountId), keys.confirmation(kind, accountId), clock.instant());
        return transactions.runSql(tx -> count(tx, attempt)).chain(decision -> switch (decision) {
            case LimitDecision.Throttle throttle ->
                Uni.createFrom().item(new Confirmation.Throttled(Duration.between(attempt.now(), throttle.until())));
            case LimitDecision.Count count ->
                hashing.check(entered, stored)
                        .onFailure()
                        .call(() -> settle(attempt, AttemptResult.NOT_CHECKED))
                        .call(result -> settle(attempt, result(result)))
                        .map(Confirmation.Checked::new);
        });
    }

    private Uni<LimitDecision> count(SqlConnection tx, Attempt attempt) {
        return settings.read(tx, attempt.owner().kind())
                .chain(rules -> rules.enabled()
                        ? counters.hold(tx, attempt.owner(), List.of(attempt.key()), attempt.now())
                                .map(held -> LimitPolicy.decide(rules, attempt.subject(), held, attempt.now()))
                                .call(decision -> store(tx, attempt, decision))
                        : Uni.createFrom().item(new LimitDecision.Count(Map.of())));
    }

    private Uni<Void> store(SqlConnection tx, Attempt attempt, LimitDecision decision) {
        return switch (decision) {
            case LimitDecision.Throttle throttle -> Uni.createFrom().voidItem();
            case LimitDecision.Count count -> counters.store(tx, attempt.owner(), count.counted(), attempt.now());
        };
    }

    private Uni<Void> settle(Attempt attempt, AttemptResult result) {
        return result == AttemptResult.FAILED
                ? Uni.createFrom().voidItem()
                : transactions.runSql(tx ->
                        settings.read(tx, attempt.owner().kind()).chain(rules -> clear(tx, attempt, rules, result)));
    }

    private Uni<Void> clear(SqlConnection tx, Attempt attempt, LimitSettings rules, AttemptResult result) {
        Instant now = clock.instant();
        return counters.hold(tx, attempt.owner(), List.of(attempt.key()), now)
                .map(held -> LimitPolicy.settle(rules, held, result, now))
                .chain(settled -> counters.store(tx, attempt.owner(), settled, now));
    }

    private static AttemptResult result(PasswordCheck check) {
        return switch (check) {
            case PasswordCheck.Match match -> AttemptResult.PROVEN;
            case PasswordCheck.Mismatch mismatch -> AttemptResult.FAILED;
        };
    }

    private record Attempt(Owner owner, LimitKey key, Instant now) {
        LimitSubject subject() {
            return new LimitSubject(owner.accountId(), null, true);
        }
    }
}
