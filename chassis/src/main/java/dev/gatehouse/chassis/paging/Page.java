package dev.gatehouse.chassis.paging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param nextCursor where the next part begins; absent on the last one
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {
    /** Copies. */
    public Page {
        items = List.copyOf(items);
    }
}
