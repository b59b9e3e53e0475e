package dev.gatehouse.auth.session.refresh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.auth.session.lifetime.Session;
import dev.gatehouse.auth.session.lifetime.Session.Rotation;
import dev.gatehouse.auth.session.refresh.RefreshPolicy.Verdict;
import dev.gatehouse.auth.token.RefreshToken;
import dev.gatehouse.auth.token.SessionClient;
import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.chassis.security.secret.Secret;
import dev.gatehouse.contracts.event.SessionEnd;
import dev.gatehouse.contracts.identity.AccountKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefreshPolicyTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final UUID SESSION = UUID.fromString("0190a5c8-5b5e-7c3a-8000-0123456789ab");
    private static final RefreshToken OLDER = token(1, "a");
    private static final RefreshToken PREVIOUS = token(2, "b");
    private static final RefreshToken CURRENT = token(3, "c");
    private static final RefreshToken FORKED = token(3, "d");
    private static final RefreshToken LATER = token(4, "e");
    private static final SessionClient CLIENT =
            new SessionClient(IpAddress.parse("203.0.113.7").orElseThrow(), "Firefox");
    private static final boolean OWNER = true;
    private static final boolean THIEF = false;

    static Stream<Arguments> cases() {
        Standing open = new Standing(AccountKind.AGENT, NOW.plusSeconds(60), NOW.minusSeconds(5), null, false);
        return Stream.of(
                Arguments.of("rotated", CURRENT, OWNER, open.rotatedNow(), Verdict.GOOD),
                Arguments.of("a retry of the same client", PREVIOUS, OWNER, open, Verdict.GOOD),
                Arguments.of(
                        "a retry at the last moment",
                        PREVIOUS,
                        OWNER,
                        open.rotated(NOW.minusMillis(9_999)),
                        Verdict.GOOD),
                Arguments.of("a retry too late", PREVIOUS, OWNER, open.rotated(NOW.minusSeconds(10)), Verdict.STOLEN),
                Arguments.of("the one before, by another", PREVIOUS, THIEF, open, Verdict.STOLEN),
                Arguments.of("a retry after the session ran out", PREVIOUS, OWNER, open.until(NOW), Verdict.LAPSED),
                Arguments.of("current, but the session ran out", CURRENT, OWNER, open.until(NOW), Verdict.LAPSED),
                Arguments.of("an older one", OLDER, OWNER, open, Verdict.STOLEN),
                Arguments.of("an older one, before the first rotation", PREVIOUS, OWNER, open.fresh(), Verdict.STOLEN),
                Arguments.of("of this generation, but not current", FORKED, OWNER, open, Verdict.UNKNOWN),
                Arguments.of("of a later generation", LATER, OWNER, open, Verdict.UNKNOWN),
                Arguments.of("ended by idleness", CURRENT, OWNER, open.ended(SessionEnd.IDLE), Verdict.EXPIRED),
                Arguments.of("ended by age", CURRENT, OWNER, open.ended(SessionEnd.EXPIRED), Verdict.EXPIRED),
                Arguments.of("signed out", CURRENT, OWNER, open.ended(SessionEnd.SIGNED_OUT), Verdict.REVOKED),
                Arguments.of(
                        "stolen before", PREVIOUS, OWNER, open.ended(SessionEnd.REFRESH_TOKEN_REUSED), Verdict.REVOKED),
                Arguments.of("of the other audience", CURRENT, OWNER, open.of(AccountKind.USER), Verdict.FOREIGN));
    }

    @ParameterizedTest(name = "{0}: {4}")
    @MethodSource("cases")
    void judges(String name, RefreshToken presented, boolean sameClient, Standing standing, Verdict expected) {
        // Given
        Rotation.Attempt attempt = new Rotation.Attempt(presented, AccountKind.AGENT, CLIENT, false);

        // When
        Verdict verdict = RefreshPolicy.judge(attempt, standing.rotation(), sameClient);

        // Then
        assertEquals(expected, verdict, name);
    }

    private static RefreshToken token(int generation, String letter) {
        return new RefreshToken(SESSION, generation, Secret.of(letter.repeat(43)), Secret.of("s".repeat(43)));
    }

    record Standing(
            AccountKind kind,
            Instant endsAt,
            @Nullable Instant rotatedAt,
            @Nullable SessionEnd end,
            boolean done) {
        Standing rotatedNow() {
            return new Standing(kind, endsAt, NOW, end, true);
        }

        Standing rotated(Instant at) {
            return new Standing(kind, endsAt, at, end, done);
        }

        Standing until(Instant time) {
            return new Standing(kind, time, rotatedAt, end, done);
        }

        Standing fresh() {
            return new Standing(kind, endsAt, null, end, done);
        }

        Standing ended(SessionEnd why) {
            return new Standing(kind, endsAt, rotatedAt, why, done);
        }

        Standing of(AccountKind other) {
            return new Standing(other, endsAt, rotatedAt, end, done);
        }

        Rotation rotation() {
            Session session = new Session(
                    SESSION,
                    UUID.randomUUID(),
                    kind,
                    List.of("pwd"),
                    NOW,
                    NOW,
                    NOW,
                    endsAt,
                    endsAt,
                    endsAt,
                    false,
                    "203.0.113.7",
                    null);
            RefreshToken.Hash previous = rotatedAt == null ? null : PREVIOUS.hash();
            Rotation.Hashes hashes = new Rotation.Hashes(CURRENT.hash(), previous, 3);
            return new Rotation(session, done, CURRENT, hashes, new Rotation.Times(rotatedAt, NOW), end);
        }
    }
}
