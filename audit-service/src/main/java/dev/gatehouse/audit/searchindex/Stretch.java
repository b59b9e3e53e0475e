package dev.gatehouse.audit.searchindex;

import org.jspecify.annotations.Nullable;

/**
 * A part of the list.
 *
 * @param after the position that it comes after; absent: from the top
 * @param through the last position that belongs to it; absent: to the bottom
 */
record Stretch(@Nullable Position after, @Nullable Position through) {
    Stretch endingAt(@Nullable Position last) {
        return new Stretch(after, last);
    }
}
