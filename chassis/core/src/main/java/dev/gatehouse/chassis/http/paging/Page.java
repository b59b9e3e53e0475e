package dev.gatehouse.chassis.http.paging;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param nextCursor where the next part begins; absent on the last one
 */
public record Page<T>(
        List<T> items,

        @Schema(examples = "eyJhIjoiMDE5MGExYjIifQ.c2lnbmVk") @Nullable
        String nextCursor) {
    /** Copies. */
    public Page {
        items = List.copyOf(items);
    }
}
