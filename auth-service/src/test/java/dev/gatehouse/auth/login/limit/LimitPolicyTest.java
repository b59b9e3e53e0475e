package dev.gatehouse.auth.login.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.auth.login.limit.LimitPolicy.Counter;
import dev.gatehouse.auth.login.limit.LimitPolicy.Decision;
import dev.gatehouse.auth.login.limit.LimitSettings.Rule;
import dev.gatehouse.auth.login.limit.LoginLimits.AttemptResult;
import dev.gatehouse.auth.login.limit.LoginLimits.Subject;
import dev.gatehouse.contracts.event.LoginLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LimitPolicyTest {
    private static final Instant NOW = Instant.parse("2026-11-01T08:30:00Z");
    private static final Instant SET_AT = Instant.parse("2026-10-01T08:30:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final LimitSettings SETTINGS =
            new LimitSettings(true, new Rule(5, HOUR, HOUR), new Rule(20, Duration.ofMinutes(5), HOUR), 1);

    private static final LimitKeys.Key PAIR = key(LoginLimit.PAIR, 1);
    private static final LimitKeys.Key ACCOUNT = key(LoginLimit.ACCOUNT, 1);
    private static final LimitKeys.Key CREDENTIAL = key(LoginLimit.CREDENTIAL, 1);
    private static final LimitKeys.Key PLACE = key(LoginLimit.NETWORK, 1);
    private static final LimitKeys.Key WIDER = key(LoginLimit.NETWORK, 4);
    private static final LimitKeys.Keys KEYS = new LimitKeys.Keys(PAIR, ACCOUNT, CREDENTIAL, List.of(PLACE, WIDER));
    private static final Subject STRANGER = new Subject(UUID.randomUUID(), SET_AT, false);
    private static final Subject TRUSTED = new Subject(UUID.randomUUID(), SET_AT, true);

    /** A14: with and without an account the same attempts are throttled for the same time. */
    @ParameterizedTest
    @CsvSource({
        "5, PT30S",
        "6, PT1M",
        "7, PT2M",
        "8, PT4M",
        "9, PT8M",
        "10, PT16M",
        "11, PT32M",
        "12, PT1H",
        "13, PT1H",
        "99, PT1H"
    })
    void a14LocksTwiceAsLongWithEveryFailureFromTheFifthOn(int failures, Duration lock) {
        // Given
        Counter before = new Counter(failures - 1, NOW, null, null, null);

        // When
        Counter after = at(counted(Map.of(ACCOUNT, before), STRANGER), ACCOUNT);

        // Then
        assertEquals(NOW.plus(lock), after.blockedUntil());
    }

    @Test
    void letsFourFailuresThroughWithoutALock() {
        // When
        Counter after = at(attempts(4), ACCOUNT);

        // Then
        assertEquals(4, after.failures());
        assertFalse(after.blocks(NOW));
    }

    @ParameterizedTest
    @CsvSource({"0, 4", "59, 4", "60, 2", "119, 2", "120, 1", "180, 0", "1000000, 0"})
    void forgetsHalfOfTheFailuresWithEveryWindow(long minutes, int left) {
        // Given
        Counter before = new Counter(4, NOW, null, null, null);

        // When
        Counter after = before.decayed(HOUR, NOW.plus(Duration.ofMinutes(minutes)));

        // Then
        assertEquals(left, after.failures());
    }

    @Test
    void forgetsNothingWhileALockLasts() {
        // Given
        Counter locked = at(attempts(5), ACCOUNT);
        Instant end = NOW.plus(Rule.FIRST_LOCK);

        // Then
        assertEquals(5, locked.decayed(HOUR, end.plus(HOUR).minusMillis(1)).failures());
        assertEquals(2, locked.decayed(HOUR, end.plus(HOUR)).failures());
    }

    @Test
    void doesNotProlongALockByTheAttemptsThatItRejects() {
        // Given
        Map<LimitKeys.Key, Counter> locked = attempts(5);

        // When
        Decision decision = LimitPolicy.decide(SETTINGS, STRANGER, locked, 0, NOW.plusSeconds(29));

        // Then
        assertEquals(
                NOW.plusSeconds(30),
                assertInstanceOf(Decision.Throttle.class, decision).until());
        assertInstanceOf(Decision.Count.class, LimitPolicy.decide(SETTINGS, STRANGER, locked, 0, NOW.plusSeconds(30)));
    }

    @Test
    void saysToTheCallerOnlyWhatTheCallerCaused() {
        // Given
        Counter blocked = new Counter(5, NOW, NOW.plusSeconds(30), null, SET_AT);
        Counter longer = new Counter(9, NOW, NOW.plusSeconds(480), null, SET_AT);

        // Then
        assertEquals(ACCOUNT, throttledBy(Map.of(PAIR, Counter.NONE, ACCOUNT, blocked)));
        assertEquals(PAIR, throttledBy(Map.of(PAIR, blocked, ACCOUNT, longer)));
        assertEquals(PLACE, throttledBy(Map.of(PAIR, blocked, PLACE, longer)));
    }

    /** A42: twenty failures are let through, but no more than ten accounts. */
    @ParameterizedTest
    @CsvSource({"8, false", "9, true", "400, true"})
    void a42LocksAPlaceThatTriesTenAccounts(int others, boolean locked) {
        // When
        Decision.Count count = assertInstanceOf(
                Decision.Count.class,
                LimitPolicy.decide(SETTINGS, STRANGER, Map.of(PLACE, Counter.NONE, WIDER, Counter.NONE), others, NOW));

        // Then
        assertEquals(locked, at(count.counted(), PLACE).blocks(NOW));
        assertFalse(at(count.counted(), WIDER).blocks(NOW));
        Map<LimitKeys.Key, Counter> right = LimitPolicy.settle(SETTINGS, count.counted(), AttemptResult.GRANTED, NOW);
        assertFalse(at(right, PLACE).blocks(NOW));
    }

    /** Attempts that are being checked count as failures: a lock that has just begun may end with a right password. */
    @ParameterizedTest
    @CsvSource({"PT0S, true", "PT2.999S, true", "PT3S, false", "PT29S, false"})
    void aLockMayEndOnlyAsLongAsAPasswordIsChecked(Duration later, boolean mayEnd) {
        // When
        Decision decision = LimitPolicy.decide(SETTINGS, STRANGER, attempts(5), 0, NOW.plus(later));

        // Then
        assertEquals(mayEnd, assertInstanceOf(Decision.Throttle.class, decision).mayEnd(NOW.plus(later)));
    }

    @Test
    void allowsAWiderNetworkMoreFailures() {
        // Given
        Counter nearly = new Counter(19, NOW, null, null, null);

        // When
        Map<LimitKeys.Key, Counter> after = counted(Map.of(PLACE, nearly, WIDER, nearly), STRANGER);

        // Then
        assertTrue(at(after, PLACE).blocks(NOW));
        assertFalse(at(after, WIDER).blocks(NOW));
    }

    /** A27: what strangers do to the account does not meet its owner. */
    @Test
    void a27LeadsATrustedClientPastTheCountersOfStrangers() {
        assertEquals(List.of(PAIR, CREDENTIAL), LimitPolicy.lane(KEYS, TRUSTED, Counter.NONE, NOW));
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "0, 5", "-1, 5"})
    void leadsAClientThatSucceededLatelyPastThem(long secondsAfter, int keys) {
        // Given
        Counter pair = new Counter(0, NOW, null, NOW.plusSeconds(secondsAfter), null);

        // Then
        assertEquals(keys, LimitPolicy.lane(KEYS, STRANGER, pair, NOW).size());
    }

    @ParameterizedTest
    @EnumSource(
            value = AttemptResult.class,
            names = {"PROVEN", "GRANTED"})
    void clearsTheOwnPairAndCredentialAndGivesTheRestBack(AttemptResult result) {
        // Given
        Map<LimitKeys.Key, Counter> before = attempts(4);

        // When
        Map<LimitKeys.Key, Counter> after = LimitPolicy.settle(SETTINGS, before, result, NOW);

        // Then
        assertEquals(0, at(after, PAIR).failures());
        assertEquals(0, at(after, CREDENTIAL).failures());
        assertEquals(3, at(after, ACCOUNT).failures());
        assertEquals(3, at(after, PLACE).failures());
        assertEquals(result == AttemptResult.GRANTED, at(after, PAIR).succeededAt() != null);
    }

    @Test
    void endsTheLockThatASuccessHadBegun() {
        // When
        Map<LimitKeys.Key, Counter> after = LimitPolicy.settle(SETTINGS, attempts(5), AttemptResult.GRANTED, NOW);

        // Then
        assertFalse(at(after, ACCOUNT).blocks(NOW));
        assertEquals(4, at(after, ACCOUNT).failures());
    }

    @Test
    void leavesTheLongLockOfStrangersBehindAfterASuccess() {
        // Given
        Counter before = new Counter(8, NOW, NOW.minusSeconds(1), null, null);
        Map<LimitKeys.Key, Counter> counted = counted(Map.of(ACCOUNT, before), STRANGER);

        // When
        Counter after = at(LimitPolicy.settle(SETTINGS, counted, AttemptResult.GRANTED, NOW), ACCOUNT);

        // Then
        assertEquals(8, after.failures());
        assertFalse(after.blocks(NOW));
    }

    @Test
    void givesBackAnAttemptWhosePasswordWasNotLookedAt() {
        // When
        Map<LimitKeys.Key, Counter> after = LimitPolicy.settle(SETTINGS, attempts(5), AttemptResult.NOT_CHECKED, NOW);

        // Then
        after.forEach((key, counter) -> {
            assertEquals(4, counter.failures(), key.toString());
            assertFalse(counter.blocks(NOW), key.toString());
        });
    }

    @Test
    void forgetsOldFailuresOfANetworkThatLogsInAllTheTime() {
        // Given
        Map<LimitKeys.Key, Counter> counters = Map.of(PLACE, new Counter(16, NOW, null, null, null));
        Instant now = NOW;

        // When
        for (int i = 0; i < 60; i++) {
            now = now.plusSeconds(30);
            Map<LimitKeys.Key, Counter> counted = assertInstanceOf(
                            Decision.Count.class, LimitPolicy.decide(SETTINGS, STRANGER, counters, 0, now))
                    .counted();
            counters = LimitPolicy.settle(SETTINGS, counted, AttemptResult.GRANTED, now);
        }

        // Then
        assertEquals(0, at(counters, PLACE).failures());
    }

    @Test
    void locksTheCredentialWithTheHundredthFailureInARowForEver() {
        // Given
        Counter before = new Counter(98, NOW, null, null, SET_AT);

        // When
        Map<LimitKeys.Key, Counter> next = counted(Map.of(CREDENTIAL, before), TRUSTED);
        Map<LimitKeys.Key, Counter> last = counted(next, TRUSTED);

        // Then
        assertFalse(at(next, CREDENTIAL).blocks(NOW));
        assertEquals(100, at(last, CREDENTIAL).failures());
        assertInstanceOf(
                Decision.Throttle.class,
                LimitPolicy.decide(SETTINGS, TRUSTED, last, 0, NOW.plus(Duration.ofDays(1000))));
    }

    @Test
    void countsTheFailuresOfANewPasswordAnew() {
        // Given
        Counter locked = new Counter(100, NOW, Counter.FOREVER, null, SET_AT);
        Subject reset = new Subject(STRANGER.accountId(), NOW, false);

        // When
        Counter after = at(counted(Map.of(CREDENTIAL, locked), reset), CREDENTIAL);

        // Then
        assertEquals(1, after.failures());
        assertEquals(NOW, after.passwordSetAt());
    }

    private static Map<LimitKeys.Key, Counter> attempts(int count) {
        Map<LimitKeys.Key, Counter> none = new HashMap<>();
        LimitPolicy.lane(KEYS, STRANGER, Counter.NONE, NOW).forEach(key -> none.put(key, Counter.NONE));
        return IntStream.range(0, count)
                .boxed()
                .reduce(Map.copyOf(none), (counters, number) -> counted(counters, STRANGER), (one, other) -> one);
    }

    private static Map<LimitKeys.Key, Counter> counted(Map<LimitKeys.Key, Counter> before, Subject subject) {
        return assertInstanceOf(Decision.Count.class, LimitPolicy.decide(SETTINGS, subject, before, 0, NOW))
                .counted();
    }

    private static LimitKeys.Key throttledBy(Map<LimitKeys.Key, Counter> counters) {
        Map<LimitKeys.Key, Counter> copy =
                counters.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return assertInstanceOf(Decision.Throttle.class, LimitPolicy.decide(SETTINGS, STRANGER, copy, 0, NOW))
                .by();
    }

    private static Counter at(Map<LimitKeys.Key, Counter> counters, LimitKeys.Key key) {
        return Objects.requireNonNull(counters.get(key));
    }

    private static LimitKeys.Key key(LoginLimit limit, int factor) {
        return new LimitKeys.Key(limit, UUID.randomUUID(), null, factor);
    }
}
