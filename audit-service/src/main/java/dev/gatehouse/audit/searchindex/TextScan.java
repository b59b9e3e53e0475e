package dev.gatehouse.audit.searchindex;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of a search for a text.
 *
 * @param found what was found, in order
 * @param at behind which position to go on; absent at the top, and when the bottom is reached
 * @param left how many more events may be looked at
 */
record TextScan(List<EventPosition> found, @Nullable EventPosition at, int left, Way way) {
    /** Whether the list goes on. */
    enum Way {
        /** There may be more events. */
        OPEN,
        /** The end of the list is reached. */
        ENDED
    }

    TextScan {
        found = List.copyOf(found);
    }

    static TextScan from(@Nullable EventPosition after, int limit) {
        return new TextScan(List.of(), after, limit, Way.OPEN);
    }

    /** With what a range had that ended at this position; absent: at the bottom. */
    TextScan upTo(@Nullable EventPosition end, List<EventPosition> more) {
        List<EventPosition> all = new ArrayList<>(found);
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
