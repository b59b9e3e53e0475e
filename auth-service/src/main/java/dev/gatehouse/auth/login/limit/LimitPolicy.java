package dev.gatehouse.auth.login.limit;

import dev.gatehouse.auth.login.limit.LimitKeys.Keys;
import dev.gatehouse.auth.login.limitsetting.LimitRule;
import dev.gatehouse.auth.login.limitsetting.LimitSettings;
import dev.gatehouse.contracts.event.LoginLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Decides which attempts are let through, and what an attempt leaves behind: pure. */
final class LimitPolicy {
    /** NIST SP 800-63B-4, section 3.2.2: no more than 100 consecutive failures of one authenticator. */
    static final int MOST_FAILURES = 100;

    private static final int MOST_DOUBLINGS = 20;

    private LimitPolicy() {}

    /**
     * The counters that an attempt meets. A client that is trusted for the account, or that opened a session of it
     * lately, meets its own pair only, so strangers cannot block the owner.
     */
    static List<LimitKey> lane(Keys keys, LimitSubject subject, Counter pair, Instant knownSince) {
        Instant succeededAt = pair.succeededAt();
        boolean known = subject.trusted() || (succeededAt != null && succeededAt.isAfter(knownSince));
        return known
                ? List.of(keys.pair(), keys.credential())
                : Stream.concat(Stream.of(keys.pair(), keys.account(), keys.credential()), keys.networks().stream())
                        .toList();
    }

    /** A lock is not prolonged by the attempts that it rejects. */
    static LimitDecision decide(
            LimitSettings settings, LimitSubject subject, Map<LimitKey, Counter> lane, Instant now) {
        Map<LimitKey, Counter> current =
                lane.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> current(entry, subject)));
        return current.entrySet().stream()
                .filter(entry -> entry.getValue().blocks(now))
                .max(Comparator.<Map.Entry<LimitKey, Counter>, Boolean>comparing(
                                entry -> entry.getKey().isOfCaller())
                        .thenComparing(entry -> until(entry.getValue())))
                .<LimitDecision>map(entry -> new LimitDecision.Throttle(entry.getKey(), until(entry.getValue())))
                .orElseGet(() -> new LimitDecision.Count(
                        each(current, entry -> counted(entry.getKey(), entry.getValue(), settings, now))));
    }

    /** The counters after the attempt; those of a wrong password stay as they are. */
    static Map<LimitKey, Counter> settle(
            LimitSettings settings, Map<LimitKey, Counter> counted, AttemptResult result, Instant now) {
        return each(counted, entry -> settled(entry.getKey(), entry.getValue(), settings, result, now));
    }

    private static Counter current(Map.Entry<LimitKey, Counter> entry, LimitSubject subject) {
        return entry.getKey().limit() == LoginLimit.CREDENTIAL
                ? entry.getValue().ofPassword(subject.passwordSetAt())
                : entry.getValue();
    }

    private static Counter counted(LimitKey key, Counter counter, LimitSettings settings, Instant now) {
        if (key.limit() == LoginLimit.CREDENTIAL) {
            int failures = counter.failures() + 1;
            return counter.with(failures, now, failures >= MOST_FAILURES ? Counter.FOREVER : null);
        }
        LimitRule rule = key.rule(settings);
        Counter decayed = counter.decayed(rule.window(), now);
        int failures = decayed.failures() + 1;
        if (failures < rule.failures()) {
            return decayed.with(failures, decayed.since(), null);
        }
        Instant until = now.plus(lock(failures, rule));
        return decayed.with(failures, until, until);
    }

    private static Counter settled(
            LimitKey key, Counter counter, LimitSettings settings, AttemptResult result, Instant now) {
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
    private static Counter givenBack(LimitKey key, Counter counter, LimitSettings settings, Instant now) {
        int failures = Math.max(0, counter.failures() - 1);
        int most = key.limit() == LoginLimit.CREDENTIAL
                ? MOST_FAILURES
                : key.rule(settings).failures();
        Instant until = failures >= most && counter.blocks(now) ? now : null;
        return counter.with(failures, earlier(counter.since(), now), until);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant until(Counter counter) {
        return Objects.requireNonNull(counter.blockedUntil());
    }

    private static Duration lock(int failures, LimitRule rule) {
        int doublings = Math.min(failures - rule.failures(), MOST_DOUBLINGS);
        Duration grown = LimitRule.FIRST_LOCK.multipliedBy(1L << doublings);
        return grown.compareTo(rule.lock()) < 0 ? grown : rule.lock();
    }

    private static Map<LimitKey, Counter> each(
            Map<LimitKey, Counter> counters, Function<Map.Entry<LimitKey, Counter>, Counter> change) {
        return counters.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, change));
    }
}
