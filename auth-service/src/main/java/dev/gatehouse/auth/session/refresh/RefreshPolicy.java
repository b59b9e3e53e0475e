package dev.gatehouse.auth.session.refresh;

import dev.gatehouse.auth.session.lifetime.Rotation;
import dev.gatehouse.auth.token.Digest;
import dev.gatehouse.contracts.event.SessionEnd;
import java.time.Duration;

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
        /** Used before, by another client or too long ago. */
        STOLEN,
        /** Of a session of the other kind of account. */
        FOREIGN,
        /** Neither the current token nor the previous one; perhaps an older one. */
        UNRECOGNISED
    }

    static Verdict judge(Rotation.Attempt attempt, Rotation rotation) {
        if (rotation.session().kind() != attempt.kind()) {
            return Verdict.FOREIGN;
        }
        if (rotation.done()) {
            return Verdict.GOOD;
        }
        return rotation.end().map(RefreshPolicy::ended).orElseGet(() -> open(attempt, rotation));
    }

    private static Verdict ended(SessionEnd why) {
        return why == SessionEnd.IDLE || why == SessionEnd.EXPIRED ? Verdict.EXPIRED : Verdict.REVOKED;
    }

    private static Verdict open(Rotation.Attempt attempt, Rotation rotation) {
        Digest presented = attempt.token().hash();
        if (presented.equals(rotation.hashes().current())) {
            return Verdict.LAPSED;
        }
        Digest previous = rotation.hashes().previous();
        if (previous == null || !presented.equals(previous)) {
            return Verdict.UNRECOGNISED;
        }
        if (!isRetry(attempt, rotation)) {
            return Verdict.STOLEN;
        }
        return rotation.session().lapsed(attempt.at()) ? Verdict.LAPSED : Verdict.GOOD;
    }

    private static boolean isRetry(Rotation.Attempt attempt, Rotation rotation) {
        Rotation.Last last = rotation.last();
        return last != null
                && attempt.at().isBefore(last.at().plus(GRACE))
                && attempt.client().digest().equals(last.client());
    }
}
