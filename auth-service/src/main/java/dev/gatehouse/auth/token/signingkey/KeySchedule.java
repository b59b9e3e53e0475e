package dev.gatehouse.auth.token.signingkey;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** When each generation of keys is created, signs, and is published: pure, the same in every replica. */
record KeySchedule(Duration period, Duration publishedBefore, Duration publishedAfter) {
    static KeySchedule of(KeyConfig config) {
        return new KeySchedule(config.period(), config.publishedBefore(), config.publishedAfter());
    }

    /** A generation and the moment from which it signs. */
    record Turn(int generation, Instant signsFrom) {}

    /** The generation to create now, if one is due. The first one signs at once. */
    Optional<Turn> due(List<Turn> turns, Instant now) {
        if (turns.isEmpty()) {
            return Optional.of(new Turn(1, now));
        }
        Turn newest = newest(turns);
        Instant takesOver = newest.signsFrom().plus(period);
        if (newest.signsFrom().isAfter(now) || takesOver.minus(publishedBefore).isAfter(now)) {
            return Optional.empty();
        }
        return Optional.of(new Turn(newest.generation() + 1, later(takesOver, now.plus(publishedBefore))));
    }

    /** The generation that signs now. */
    Optional<Turn> signing(List<Turn> turns, Instant now) {
        return turns.stream()
                .filter(turn -> !turn.signsFrom().isAfter(now))
                .max(Comparator.comparingInt(Turn::generation));
    }

    /** Whether the successor of this generation has signed for so long that this one is not needed any more. */
    boolean over(Turn turn, List<Turn> turns, Instant now) {
        return turns.stream()
                .filter(other -> other.generation() == turn.generation() + 1)
                .anyMatch(
                        successor -> !successor.signsFrom().plus(publishedAfter).isAfter(now));
    }

    private static Turn newest(List<Turn> turns) {
        return turns.stream().max(Comparator.comparingInt(Turn::generation)).orElseThrow();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
