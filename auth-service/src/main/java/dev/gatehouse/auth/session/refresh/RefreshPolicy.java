package dev.gatehouse.auth.session.refresh;

import dev.gatehouse.auth.session.lifetime.Rotation;
import dev.gatehouse.auth.token.Digest;
import dev.gatehouse.contracts.event.SessionEnd;
import java.time.Duration;

/** Judges a presented refresh token by how its session stands after the attempt to rotate it: pure. */
final class RefreshPolicy {
    /** Long enough for a lost answer to be asked for again, too short for a thief to count on. */
    static final Duration GRACE = Duration.ofSeconds(10);

    private RefreshPolicy() {}

    /** What the token is. */
    enum Verdict {
        /** Current: it was rotated, or is asked for again by the client that rotated it. */
        GOOD,
        /** Current, of a session past its limits that nobody has ended yet. */
        LAPSED,
        /** Of a session that is over by time. */
        EXPIRED,
        /** Of a session that somebody ended. */
        REVOKED,
        /** Used before, by another or too long ago. */
        STOLEN,
        /** Of a session of the other audience. */
        FOREIGN,
        /** Neither the current one nor the one before; perhaps an older one. */
        UNRECOGNISED
    }

    static Verdict judge(Rotation.Attempt attempt, Rotation standing) {
        if (standing.session().kind() != attempt.kind()) {
            return Verdict.FOREIGN;
        }
        if (standing.done()) {
            return Verdict.GOOD;
        }
        return standing.end().map(RefreshPolicy::ended).orElseGet(() -> open(attempt, standing));
    }

    private static Verdict ended(SessionEnd why) {
        return why == SessionEnd.IDLE || why == SessionEnd.EXPIRED ? Verdict.EXPIRED : Verdict.REVOKED;
    }

    private static Verdict open(Rotation.Attempt attempt, Rotation standing) {
        Digest presented = attempt.token().hash();
        if (presented.equals(standing.hashes().current())) {
            return Verdict.LAPSED;
        }
        Digest previous = standing.hashes().previous();
        if (previous == null || !presented.equals(previous)) {
            return Verdict.UNRECOGNISED;
        }
        if (!isRetry(attempt, standing)) {
            return Verdict.STOLEN;
        }
        return standing.session().lapsed(attempt.at()) ? Verdict.LAPSED : Verdict.GOOD;
    }

    private static boolean isRetry(Rotation.Attempt attempt, Rotation standing) {
        Rotation.Last last = standing.last();
        return last != null
                && attempt.at().isBefore(last.at().plus(GRACE))
                && attempt.client().digest().equals(last.client());
    }
}
