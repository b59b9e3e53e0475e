package dev.gatehouse.auth.login.limit;

import dev.gatehouse.auth.login.limit.LimitKeys.Keys;
import dev.gatehouse.auth.login.limit.LimitPolicy.Counter;
import dev.gatehouse.auth.login.limit.LimitPolicy.Decision;
import dev.gatehouse.auth.login.limit.SqlLimits.Known;
import dev.gatehouse.auth.login.limit.SqlLimits.Owner;
import dev.gatehouse.auth.token.SessionClient;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.contracts.event.Actor;
import dev.gatehouse.contracts.event.CredentialLocked;
import dev.gatehouse.contracts.event.LoginLimit;
import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.identity.Audience;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Counts attempts to log in, and says which may go on.
 *
 * <p>An attempt is counted as failed before its password is checked, in one transaction over all its counters, so that
 * the limits are exact however many attempts come at once to however many replicas. An attempt that meets a lock which
 * has only just begun waits for those that began it, and is decided again: a right password ends the lock, so many
 * right ones at once (several tabs, a password manager) are all let in, and of many wrong ones the allowed number is
 * tried. Fails closed: an attempt that cannot be counted is not checked.
 */
@ApplicationScoped
public class LoginLimits {
    /** So many attempts wait for others that are being checked; more are throttled at once. */
    private static final int MOST_WAITING = 64;

    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    private final SqlLimits counters;
    private final LimitKeys keys;
    private final ThrottledLogins throttled;
    private final Transactions transactions;
    private final Events events;
    private final LimitConfig config;
    private final InstantSource clock;
    private final Semaphore waiting = new Semaphore(MOST_WAITING);

    LoginLimits(
            SqlLimits counters,
            LimitKeys keys,
            ThrottledLogins throttled,
            Transactions transactions,
            Events events,
            LimitConfig config,
            InstantSource clock) {
        this.counters = counters;
        this.keys = keys;
        this.throttled = throttled;
        this.transactions = transactions;
        this.events = events;
        this.config = config;
        this.clock = clock;
    }

    /** An attempt, with the settings and the counters that it may meet as they were read. */
    public static final class Reading {
        final Audience audience;
        final SessionClient client;
        final Keys keys;
        final Known known;

        private Reading(Audience audience, SessionClient client, Keys keys, Known known) {
            this.audience = audience;
            this.client = client;
            this.keys = keys;
            this.known = known;
        }
    }

    /**
     * Whom an attempt is about, as it was read.
     *
     * @param accountId absent when no account of this audience has the e-mail address
     * @param passwordSetAt identifies the password; absent when there is none
     * @param trusted whether the address of the client is trusted for the account
     */
    public record Subject(
            @Nullable UUID accountId, @Nullable Instant passwordSetAt, boolean trusted) {}

    /** Whether the password of an attempt may be checked. */
    public sealed interface Reservation {}

    /** It may, and the attempt is counted as failed until it is settled. */
    public final class Reserved implements Reservation {
        private final Reading reading;
        private final Subject subject;
        /** Empty while the limits are switched off. */
        private final List<LimitKeys.Key> lane;
        /** Whether the credential is locked if this attempt fails. */
        private final boolean last;

        private Reserved(Reading reading, Subject subject, List<LimitKeys.Key> lane, boolean last) {
            this.reading = reading;
            this.subject = subject;
            this.lane = lane;
            this.last = last;
        }

        /**
         * Says what came of the attempt; joins the transaction that carries it out. A failure stays counted, and the
         * last one that the credential has is published; a success clears the own pair, and nothing of others.
         */
        public Uni<Void> settle(SqlConnection tx, AttemptResult result) {
            if (result == AttemptResult.FAILED) {
                return last
                        ? publishLock(tx, reading, subject)
                        : Uni.createFrom().voidItem();
            }
            return lane.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : LoginLimits.this.settle(tx, owner(reading, subject), lane, reading.known, result);
        }

        /** The password was not looked at, so the attempt does not count; a transaction of its own. */
        public Uni<Void> giveBack() {
            return lane.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : transactions.runSql(tx -> settle(tx, AttemptResult.NOT_CHECKED));
        }
    }

    /**
     * It may not.
     *
     * @param retryAfter how long the caller has to wait; empty when the answer MUST be that to a wrong password,
     *     because not the caller alone caused the limit
     */
    public record Throttled(Optional<Duration> retryAfter) implements Reservation {}

    /** What came of an attempt that was let through. */
    public enum AttemptResult {
        /** The password was not looked at; the attempt does not count. */
        NOT_CHECKED,
        /** It was rejected: it counts. */
        FAILED,
        /** The password was right, and something more is needed. */
        PROVEN,
        /** It opened a session; from now on the client is known for the account. */
        GRANTED
    }

    /**
     * Reads for an attempt, on the connection of a login; one statement, the same for every e-mail address.
     *
     * @param email as it was typed, in its normalised form
     */
    public Uni<Reading> read(SqlConnection connection, Audience audience, SessionClient client, String email) {
        Keys all = keys.of(kind(audience), email, client.address());
        return counters.read(connection, kind(audience), all.all())
                .map(known -> new Reading(audience, client, all, known));
    }

    /** Counts the attempt, or throttles it. One that was throttled when it was read costs no statement. */
    public Uni<Reservation> reserve(Reading reading, Subject subject) {
        if (!reading.known.settings().enabled()) {
            return Uni.createFrom().item(new Reserved(reading, subject, List.of(), false));
        }
        List<LimitKeys.Key> lane = LimitPolicy.lane(
                reading.keys,
                subject,
                reading.known.counter(reading.keys.pair()),
                clock.instant().minus(config.knownFor()));
        Owner owner = owner(reading, subject);
        return decide(owner, subject, lane, reading.known)
                .chain(decision -> mayEnd(decision) && waiting.tryAcquire()
                        ? again(owner, subject, lane).onTermination().invoke(waiting::release)
                        : Uni.createFrom().item(decision))
                .map(decision -> switch (decision) {
                    case Decision.Throttle throttle -> throttled(reading, subject, throttle);
                    case Decision.Count count -> new Reserved(reading, subject, lane, isLast(reading, count));
                });
    }

    /** By what was read; what that lets through is decided and counted in a transaction. */
    private Uni<Decision> decide(Owner owner, Subject subject, List<LimitKeys.Key> lane, Known known) {
        Map<LimitKeys.Key, Counter> read = lane.stream().collect(Collectors.toMap(key -> key, known::counter));
        return switch (LimitPolicy.decide(known.settings(), subject, read, 0, clock.instant())) {
            case Decision.Throttle throttle -> Uni.createFrom().item(throttle);
            case Decision.Count count -> transactions.runSql(tx -> count(tx, owner, subject, lane, known));
        };
    }

    /**
     * Until it is let through, or the lock is no longer the work of attempts that are still being checked. Each look is
     * a plain read: who waits locks no row that the others need.
     */
    private Uni<Decision> again(Owner owner, Subject subject, List<LimitKeys.Key> lane) {
        return pause().chain(() -> counters.readNow(owner.kind(), lane))
                .chain(known -> decide(owner, subject, lane, known))
                .chain(decision -> mayEnd(decision)
                        ? again(owner, subject, lane)
                        : Uni.createFrom().item(decision));
    }

    private boolean mayEnd(Decision decision) {
        return decision instanceof Decision.Throttle throttle && throttle.mayEnd(clock.instant());
    }

    /** On the context of the request, which its statements need. */
    private static Uni<Void> pause() {
        Vertx vertx = Objects.requireNonNull(Vertx.currentContext()).owner();
        return Uni.createFrom().emitter(over -> vertx.setTimer(LOOK_AGAIN.toMillis(), ignored -> over.complete(null)));
    }

    /** Counts an attempt under these keys, unless one of them throttles it; joins the transaction of the caller. */
    Uni<Decision> count(SqlConnection tx, Owner owner, Subject subject, List<LimitKeys.Key> lane, Known known) {
        Instant now = clock.instant();
        return counters.hold(tx, owner, lane, known.holds(lane), now)
                .chain(held -> others(tx, owner, held, known)
                        .map(others -> LimitPolicy.decide(known.settings(), subject, held, others, now)))
                .call(decision -> switch (decision) {
                    case Decision.Throttle throttle -> Uni.createFrom().voidItem();
                    case Decision.Count count -> counters.store(tx, owner, count.counted(), now);
                });
    }

    /** Over two windows, and without the pair of this attempt; nobody is asked where the place does not count. */
    private Uni<Integer> others(SqlConnection tx, Owner owner, Map<LimitKeys.Key, Counter> held, Known known) {
        Instant since =
                clock.instant().minus(known.settings().perAddress().window().multipliedBy(2));
        boolean isOne = held.entrySet().stream()
                .anyMatch(entry -> entry.getKey().limit() == LoginLimit.PAIR
                        && entry.getValue().failures() > 0
                        && entry.getValue().since().isAfter(since));
        return held.keySet().stream()
                .filter(LimitKeys.Key::isPlace)
                .findFirst()
                .map(place -> counters.tried(tx, owner, place, since).map(tried -> tried - (isOne ? 1 : 0)))
                .orElseGet(() -> Uni.createFrom().item(0));
    }

    /** Settles an attempt that was counted under these keys; joins the transaction of the caller. */
    Uni<Void> settle(SqlConnection tx, Owner owner, List<LimitKeys.Key> lane, Known known, AttemptResult result) {
        Instant now = clock.instant();
        return counters.hold(tx, owner, lane, true, now)
                .map(held -> LimitPolicy.settle(known.settings(), held, result, now))
                .chain(settled -> counters.store(tx, owner, settled, now));
    }

    private static boolean isLast(Reading reading, Decision.Count count) {
        Counter credential = count.counted().get(reading.keys.credential());
        return credential != null && credential.failures() == LimitPolicy.MOST_FAILURES;
    }

    private Throttled throttled(Reading reading, Subject subject, Decision.Throttle throttle) {
        throttled.note(reading, subject, throttle.by());
        return new Throttled(Optional.of(throttle)
                .filter(one -> one.by().isOfCaller())
                .map(one -> Duration.between(clock.instant(), one.until())));
    }

    /** An address without an account has nobody who must know. */
    private Uni<Void> publishLock(SqlConnection tx, Reading reading, Subject subject) {
        return subject.accountId() == null
                ? Uni.createFrom().voidItem()
                : events.publish(
                        tx,
                        events.event(
                                        new CredentialLocked(reading.audience, LimitPolicy.MOST_FAILURES),
                                        reading.client.origin(Actor.ANONYMOUS))
                                .about(subject.accountId())
                                .failed("too_many_failures"));
    }

    private static Owner owner(Reading reading, Subject subject) {
        return new Owner(kind(reading.audience), subject.accountId());
    }

    private static AccountKind kind(Audience audience) {
        return switch (audience) {
            case USER -> AccountKind.USER;
            case AGENT, ADMIN -> AccountKind.AGENT;
        };
    }
}
