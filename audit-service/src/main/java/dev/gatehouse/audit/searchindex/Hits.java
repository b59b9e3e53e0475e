package dev.gatehouse.audit.searchindex;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page holds.
 *
 * @param resume behind which position to go on; absent at the end of the list
 */
public record Hits(List<Position> positions, @Nullable Position resume) {
    /** Copies. */
    public Hits {
        positions = List.copyOf(positions);
    }

    /** Of positions that were read with one more than the limit, up to where reading stopped. */
    static Hits of(List<Position> read, int limit, @Nullable Position stopped) {
        return read.size() > limit ? new Hits(read.subList(0, limit), read.get(limit - 1)) : new Hits(read, stopped);
    }
}
