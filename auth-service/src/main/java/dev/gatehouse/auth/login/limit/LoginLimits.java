package dev.gatehouse.auth.login.limit;

import dev.gatehouse.auth.login.limit.LimitKeys.Keys;
import dev.gatehouse.auth.login.limit.LoginReservation.Reserved;
import dev.gatehouse.auth.login.limit.LoginReservation.Throttled;
import dev.gatehouse.auth.login.limit.SqlLimits.Owner;
import dev.gatehouse.auth.login.limitsetting.LimitAdministration;
import dev.gatehouse.auth.login.limitsetting.LimitSettings;
import dev.gatehouse.auth.token.SessionClient;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.contracts.event.Actor;
import dev.gatehouse.contracts.event.CredentialLocked;
import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.identity.Audience;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts attempts to log in, and says which may go on.
 *
 * <p>An attempt is counted as failed before its password is checked, in one transaction over all its counters, so that
 * the limits are exact however many attempts come at once to however many replicas. Fails closed: an attempt that
 * cannot be counted is not checked.
 */
@ApplicationScoped
public class LoginLimits {
    private final SqlLimits counters;
    private final LimitAdministration settings;
    private final LimitKeys keys;
    private final ThrottledLogins throttled;
    private final Transactions transactions;
    private final Events events;
    private final LimitConfig config;
    private final InstantSource clock;

    LoginLimits(
            SqlLimits counters,
            LimitAdministration settings,
            LimitKeys keys,
            ThrottledLogins throttled,
            Transactions transactions,
            Events events,
            LimitConfig config,
            InstantSource clock) {
        this.counters = counters;
        this.settings = settings;
        this.keys = keys;
        this.throttled = throttled;
        this.transactions = transactions;
        this.events = events;
        this.config = config;
        this.clock = clock;
    }

    /** The settings and the counters that one attempt may meet, as they were read. */
    public static final class Reading {
        final Audience audience;
        final AccountKind kind;
        final SessionClient client;
        final Keys keys;
        final LimitSettings settings;
        final Map<LimitKey, Counter> counters;

        Reading(
                Audience audience,
                SessionClient client,
                Keys keys,
                LimitSettings settings,
                Map<LimitKey, Counter> counters) {
            this.audience = audience;
            this.kind = LoginLimits.kind(audience);
            this.client = client;
            this.keys = keys;
            this.settings = settings;
            this.counters = Map.copyOf(counters);
        }

        private Map<LimitKey, Counter> of(List<LimitKey> lane) {
            return lane.stream().collect(Collectors.toMap(key -> key, key -> counter(key)));
        }

        private Counter counter(LimitKey key) {
            return Objects.requireNonNullElse(counters.get(key), Counter.NONE);
        }
    }

    /** What an attempt reads on the connection of a login: the same two statements for every e-mail address. */
    public final class Question {
        private final Audience audience;
        private final SessionClient client;
        private final Keys all;

        private Question(Audience audience, SessionClient client, Keys all) {
            this.audience = audience;
            this.client = client;
            this.all = all;
        }

        /** The settings that are in effect. */
        public Uni<LimitSettings> settings(SqlConnection connection) {
            return settings.read(connection, kind(audience));
        }

        /** The counters that the attempt may meet, and with the settings the whole reading. */
        public Uni<Function<LimitSettings, Reading>> counters(SqlConnection connection) {
            List<LimitKey> read = Stream.concat(
                            Stream.of(all.pair(), all.account(), all.credential()), all.networks().stream())
                    .toList();
            return counters.read(connection, read)
                    .map(found -> current -> new Reading(audience, client, all, current, found));
        }
    }

    /**
     * The question of one attempt.
     *
     * @param email as it was typed, in its normalised form
     */
    public Question of(Audience audience, SessionClient client, String email) {
        return new Question(audience, client, keys.of(kind(audience), email, client.address()));
    }

    /** Counts the attempt, or throttles it. One that was throttled when it was read costs no statement. */
    public Uni<LoginReservation> reserve(Reading reading, LimitSubject subject) {
        if (!reading.settings.enabled()) {
            return Uni.createFrom().item(new Reserved(reading, subject, List.of(), false));
        }
        Instant now = clock.instant();
        List<LimitKey> lane = LimitPolicy.lane(
                reading.keys, subject, reading.counter(reading.keys.pair()), now.minus(config.knownFor()));
        return switch (LimitPolicy.decide(reading.settings, subject, reading.of(lane), now)) {
            case LimitDecision.Throttle throttle -> Uni.createFrom().item(throttled(reading, subject, throttle, now));
            case LimitDecision.Count count -> count(new Reserved(reading, subject, lane, false));
        };
    }

    /** Says what came of the attempt. A failure stays counted; a success clears the own pair, and nothing of others. */
    public Uni<Void> settle(Reserved reserved, AttemptResult result) {
        if (reserved.lane.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        if (result == AttemptResult.FAILED) {
            return reserved.isLast ? publishLock(reserved) : Uni.createFrom().voidItem();
        }
        Instant now = clock.instant();
        LimitSettings rules = reserved.reading.settings;
        return transactions.runSql(tx -> counters.hold(tx, owner(reserved), reserved.lane, now)
                .map(held -> LimitPolicy.settle(rules, held, result, now))
                .chain(settled -> counters.store(tx, owner(reserved), settled, now)));
    }

    private Uni<LoginReservation> count(Reserved attempt) {
        Instant now = clock.instant();
        return transactions
                .runSql(tx -> counters.hold(tx, owner(attempt), attempt.lane, now)
                        .map(held -> LimitPolicy.decide(attempt.reading.settings, attempt.subject, held, now))
                        .call(decision -> store(tx, attempt, decision, now)))
                .map(decision -> switch (decision) {
                    case LimitDecision.Throttle throttle -> throttled(attempt.reading, attempt.subject, throttle, now);
                    case LimitDecision.Count count -> reserved(attempt, count);
                });
    }

    private Uni<Void> store(SqlConnection tx, Reserved attempt, LimitDecision decision, Instant now) {
        return switch (decision) {
            case LimitDecision.Throttle throttle -> Uni.createFrom().voidItem();
            case LimitDecision.Count count -> counters.store(tx, owner(attempt), count.counted(), now);
        };
    }

    private static Reserved reserved(Reserved attempt, LimitDecision.Count count) {
        Counter credential = count.counted().get(attempt.reading.keys.credential());
        boolean last = credential != null && credential.failures() == LimitPolicy.MOST_FAILURES;
        return new Reserved(attempt.reading, attempt.subject, attempt.lane, last);
    }

    private Throttled throttled(Reading reading, LimitSubject subject, LimitDecision.Throttle throttle, Instant now) {
        throttled.note(reading, subject, throttle.by());
        return new Throttled(throttle.by().isOfCaller() ? Duration.between(now, throttle.until()) : null);
    }

    /** An address without an account has nobody who must know. */
    private Uni<Void> publishLock(Reserved reserved) {
        Reading reading = reserved.reading;
        return reserved.subject.accountId() == null
                ? Uni.createFrom().voidItem()
                : transactions.runSql(tx -> events.publish(
                        tx,
                        events.event(
                                        new CredentialLocked(reading.audience, LimitPolicy.MOST_FAILURES),
                                        reading.client.origin(Actor.ANONYMOUS))
                                .about(reserved.subject.accountId())
                                .failed("too_many_failures")));
    }

    private static Owner owner(Reserved attempt) {
        return new Owner(attempt.reading.kind, attempt.subject.accountId());
    }

    private static AccountKind kind(Audience audience) {
        return switch (audience) {
            case USER -> AccountKind.USER;
            case AGENT, ADMIN -> AccountKind.AGENT;
        };
    }
}
