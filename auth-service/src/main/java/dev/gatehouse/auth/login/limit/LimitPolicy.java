package dev.gatehouse.auth.login.limit;

import dev.gatehouse.auth.login.limit.LimitKeys.Keys;
import dev.gatehouse.auth.login.limit.LimitSettings.Rule;
import dev.gatehouse.auth.login.limit.LoginLimits.AttemptResult;
import dev.gatehouse.auth.login.limit.LoginLimits.Subject;
import dev.gatehouse.contracts.event.LoginLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides which attempts are let through, and what an attempt leaves behind: pure. */
final class LimitPolicy {
    /** NIST SP 800-63B-4, section 3.2.2: no more than 100 consecutive failures of one authenticator. */
    static final int MOST_FAILURES = 100;

    private static final int MOST_DOUBLINGS = 20;

    private LimitPolicy() {}

    /**
     * What is known of the failures under one key.
     *
     * @param failures counted and not forgotten; an attempt that is being checked counts as a failure
     * @param since from when on failures are forgotten
     * @param blockedUntil until when no attempt is let through; may be in the past
     * @param succeededAt when this pair last opened a session
     * @param passwordSetAt identifies the password whose failures are counted; absent where there is none
     */
    record Counter(
            int failures,
            Instant since,
            @Nullable Instant blockedUntil,
            @Nullable Instant succeededAt,
            @Nullable Instant passwordSetAt) {
        /** Nothing was counted. */
        static final Counter NONE = new Counter(0, Instant.EPOCH, null, null, null);

        /** Far enough away to be never. */
        static final Instant FOREVER = Instant.parse("9999-12-31T00:00:00Z");

        boolean blocks(Instant now) {
            return blockedUntil != null && blockedUntil.isAfter(now);
        }

        /** Half of the failures for every window that has passed. */
        Counter decayed(Duration window, Instant now) {
            if (failures == 0) {
                return with(0, now, blockedUntil);
            }
            long windows = Math.max(0, Duration.between(since, now).dividedBy(window));
            int left = windows >= Integer.SIZE - 1 ? 0 : failures >> windows;
            return with(left, left == 0 ? now : since.plus(window.multipliedBy(windows)), blockedUntil);
        }

        private Counter cleared() {
            return with(0, since, null);
        }

        private Counter succeeded(Instant now) {
            return new Counter(0, since, null, now, passwordSetAt);
        }

        /** Of this password: the failures of another one do not count. */
        private Counter ofPassword(@Nullable Instant setAt) {
            return Objects.equals(passwordSetAt, setAt) ? this : new Counter(0, since, null, succeededAt, setAt);
        }

        private Counter with(int count, Instant from, @Nullable Instant until) {
            return new Counter(count, from, until, succeededAt, passwordSetAt);
        }
    }

    /** The decision about an attempt. */
    sealed interface Decision {
        /**
         * The password may be checked.
         *
         * @param counted the counters with this attempt in them
         */
        record Count(Map<LimitKeys.Key, Counter> counted) implements Decision {}

        /**
         * The password is not checked.
         *
         * @param by the key that blocks; one of the caller where there is one
         * @param since when the lock began
         */
        record Throttle(LimitKeys.Key by, Instant since, Instant until) implements Decision {
            /** Longer than a password is checked, also by a busy service. */
            private static final Duration CHECK = Duration.ofSeconds(3);

            /** Whether the attempts that began the lock may be under way: it ends when one of them was right. */
            boolean mayEnd(Instant now) {
                return since.plus(CHECK).isAfter(now);
            }
        }
    }

    /**
     * The counters that an attempt meets. A client that is trusted for the account, or that opened a session of it
     * lately, meets its own pair only, so strangers cannot block the owner.
     */
    static List<LimitKeys.Key> lane(Keys keys, Subject subject, Counter pair, Instant knownSince) {
        Instant succeededAt = pair.succeededAt();
        boolean known = subject.trusted() || (succeededAt != null && succeededAt.isAfter(knownSince));
        return known ? List.of(keys.pair(), keys.credential()) : keys.all();
    }

    /**
     * A lock is not prolonged by the attempts that it rejects.
     *
     * @param others how many other e-mail addresses were tried in vain from this place lately
     */
    static Decision decide(
            LimitSettings settings, Subject subject, Map<LimitKeys.Key, Counter> lane, int others, Instant now) {
        Map<LimitKeys.Key, Counter> current =
                lane.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> current(entry, subject)));
        return current.entrySet().stream()
                .filter(entry -> entry.getValue().blocks(now))
                .max(Comparator.<Map.Entry<LimitKeys.Key, Counter>, Boolean>comparing(
                                entry -> entry.getKey().isOfCaller())
                        .thenComparing(entry -> until(entry.getValue())))
                .<Decision>map(entry -> new Decision.Throttle(
                        entry.getKey(), began(entry.getKey(), entry.getValue(), settings), until(entry.getValue())))
                .orElseGet(() -> new Decision.Count(each(current, entry -> counted(entry, settings, others, now))));
    }

    /** The counters after the attempt; those of a wrong password stay as they are. */
    static Map<LimitKeys.Key, Counter> settle(
            LimitSettings settings, Map<LimitKeys.Key, Counter> counted, AttemptResult result, Instant now) {
        return each(counted, entry -> settled(entry.getKey(), entry.getValue(), settings, result, now));
    }

    private static Counter current(Map.Entry<LimitKeys.Key, Counter> entry, Subject subject) {
        return entry.getKey().limit() == LoginLimit.CREDENTIAL
                ? entry.getValue().ofPassword(subject.passwordSetAt())
                : entry.getValue();
    }

    private static Counter counted(
            Map.Entry<LimitKeys.Key, Counter> entry, LimitSettings settings, int others, Instant now) {
        LimitKeys.Key key = entry.getKey();
        Counter counter = entry.getValue();
        if (key.limit() == LoginLimit.CREDENTIAL) {
            int failures = counter.failures() + 1;
            return counter.with(failures, now, failures >= MOST_FAILURES ? Counter.FOREVER : null);
        }
        Rule rule = rule(key, settings);
        Counter decayed = counter.decayed(rule.window(), now);
        int failures = decayed.failures() + 1;
        if (failures < rule.failures() && !isStuffing(key, rule, others)) {
            return decayed.with(failures, decayed.since(), null);
        }
        Instant until = now.plus(lock(failures, rule));
        return decayed.with(failures, until, until);
    }

    private static Counter settled(
            LimitKeys.Key key, Counter counter, LimitSettings settings, AttemptResult result, Instant now) {
        return switch (result) {
            case FAILED -> counter;
            case NOT_CHECKED -> givenBack(key, counter, settings, now);
            case PROVEN, GRANTED ->
                switch (key.limit()) {
                    case NETWORK, ACCOUNT -> givenBack(key, counter, settings, now);
                    case CREDENTIAL -> counter.cleared();
                    case PAIR, CONFIRMATION ->
                        result == AttemptResult.GRANTED ? counter.succeeded(now) : counter.cleared();
                };
        };
    }

    /** Without the attempt, and without the lock that it may have begun. */
    private static Counter givenBack(LimitKeys.Key key, Counter counter, LimitSettings settings, Instant now) {
        int failures = Math.max(0, counter.failures() - 1);
        int most = key.limit() == LoginLimit.CREDENTIAL
                ? MOST_FAILURES
                : rule(key, settings).failures();
        Instant until = failures >= most && counter.blocks(now) ? now : null;
        return counter.with(failures, earlier(counter.since(), now), until);
    }

    /** Never called for a credential, which has a fixed end. */
    private static Rule rule(LimitKeys.Key key, LimitSettings settings) {
        return key.limit() == LoginLimit.NETWORK ? settings.perAddress().times(key.factor()) : settings.perAccount();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant until(Counter counter) {
        return Objects.requireNonNull(counter.blockedUntil());
    }

    /** The lock of a credential has no end; it is never waited for. */
    private static Instant began(LimitKeys.Key key, Counter counter, LimitSettings settings) {
        return key.limit() == LoginLimit.CREDENTIAL
                ? Instant.EPOCH
                : until(counter).minus(lock(counter.failures(), rule(key, settings)));
    }

    /** Who tries one password at many accounts fails once at each: half as many accounts begin a lock, too. */
    private static boolean isStuffing(LimitKeys.Key key, Rule rule, int others) {
        return key.isPlace() && others + 1 >= Math.max(1, rule.failures() / 2);
    }

    private static Duration lock(int failures, Rule rule) {
        int doublings = Math.clamp((long) failures - rule.failures(), 0, MOST_DOUBLINGS);
        Duration grown = Rule.FIRST_LOCK.multipliedBy(1L << doublings);
        return grown.compareTo(rule.lock()) < 0 ? grown : rule.lock();
    }

    private static Map<LimitKeys.Key, Counter> each(
            Map<LimitKeys.Key, Counter> counters, Function<Map.Entry<LimitKeys.Key, Counter>, Counter> change) {
        return counters.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, change));
    }
}
