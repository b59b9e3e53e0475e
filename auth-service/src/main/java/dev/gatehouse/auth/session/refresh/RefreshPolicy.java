package dev.gatehouse.auth.session.refresh;

import dev.gatehouse.auth.session.lifetime.Session.Rotation;
import dev.gatehouse.auth.token.RefreshToken;
import dev.gatehouse.contracts.event.SessionEnd;
import java.time.Duration;
import java.time.Instant;

/** Judges a presented refresh token by its session after the attempt to rotate it: pure. */
final class RefreshPolicy {
    /** Long enough to repeat a request whose answer was lost, too short for a thief to rely on. */
    static final Duration GRACE = Duration.ofSeconds(10);

    private RefreshPolicy() {}

    /** The state of the presented token. */
    enum Verdict {
        /** Current: it was rotated, or its rotation is repeated by the client that made it. */
        GOOD,
        /** Current, of an open session past its limits. */
        LAPSED,
        /** Of a session that ended at a limit. */
        EXPIRED,
        /** Of a session that was ended. */
        REVOKED,
        /** Used before: an older one, or the previous one by another client or too long ago. */
        STOLEN,
        /** Of a session of the other kind of account. */
        FOREIGN,
        /** Of a generation that this session has not reached: its row was restored from a backup. */
        UNKNOWN
    }

    /**
     * Judges a token that this service has made.
     *
     * @param sameClient whether it is presented by the client that opened the session or refreshed it last
     */
    static Verdict judge(Rotation.Attempt attempt, Rotation rotation, boolean sameClient) {
        if (rotation.session().kind() != attempt.kind()) {
            return Verdict.FOREIGN;
        }
        if (rotation.done()) {
            return Verdict.GOOD;
        }
        return rotation.end().map(RefreshPolicy::ended).orElseGet(() -> open(attempt, rotation, sameClient));
    }

    private static Verdict ended(SessionEnd why) {
        return why == SessionEnd.IDLE || why == SessionEnd.EXPIRED ? Verdict.EXPIRED : Verdict.REVOKED;
    }

    private static Verdict open(Rotation.Attempt attempt, Rotation rotation, boolean sameClient) {
        RefreshToken.Hash presented = attempt.token().hash();
        if (presented.equals(rotation.hashes().current())) {
            return Verdict.LAPSED;
        }
        if (attempt.token().generation() >= rotation.hashes().rotations()) {
            return Verdict.UNKNOWN;
        }
        if (!sameClient || !rotation.hashes().isPrevious(presented) || !isWithinGrace(rotation.times())) {
            return Verdict.STOLEN;
        }
        return rotation.session().lapsed(rotation.times().readAt()) ? Verdict.LAPSED : Verdict.GOOD;
    }

    private static boolean isWithinGrace(Rotation.Times times) {
        Instant rotatedAt = times.rotatedAt();
        return rotatedAt != null && times.readAt().isBefore(rotatedAt.plus(GRACE));
    }
}
