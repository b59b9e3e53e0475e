package dev.gatehouse.audit.searchindex;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page holds.
 *
 * @param resume behind which position to go on; absent at the end of the list
 */
public record SearchHits(
        List<EventPosition> positions, @Nullable EventPosition resume) {
    /** Copies. */
    public SearchHits {
        positions = List.copyOf(positions);
    }

    /** Of positions that were read with one more than the limit, up to where reading stopped. */
    static SearchHits of(List<EventPosition> read, int limit, @Nullable EventPosition stopped) {
        return read.size() > limit
                ? new SearchHits(read.subList(0, limit), read.get(limit - 1))
                : new SearchHits(read, stopped);
    }
}
