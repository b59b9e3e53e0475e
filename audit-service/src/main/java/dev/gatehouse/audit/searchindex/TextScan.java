package dev.gatehouse.audit.searchindex;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a search for a text has come.
 *
 * @param found what was found, in order
 * @param at behind which position to go on; absent at the top, and when the bottom is reached
 * @param left how many more events may be looked at
 */
record TextScan(List<Position> found, @Nullable Position at, int left, Way way) {
    /** Whether there is more below. */
    enum Way {
        /** There may be. */
        OPEN,
        /** There is not. */
        ENDED
    }

    TextScan {
        found = List.copyOf(found);
    }

    static TextScan from(@Nullable Position after, int reach) {
        return new TextScan(List.of(), after, reach, Way.OPEN);
    }

    /** With what a stretch had that ended at this position; absent: at the bottom. */
    TextScan upTo(@Nullable Position end, List<Position> more) {
        List<Position> all = new ArrayList<>(found);
        all.addAll(more);
        return new TextScan(all, end, left, end == null ? Way.ENDED : Way.OPEN);
    }

    TextScan afterLookingAt(int events) {
        return new TextScan(found, at, left - events, way);
    }

    boolean isOver(int wanted) {
        return found.size() >= wanted || way == Way.ENDED || left <= 0;
    }
}
