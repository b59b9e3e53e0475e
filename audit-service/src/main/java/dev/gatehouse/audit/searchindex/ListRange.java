package dev.gatehouse.audit.searchindex;

import org.jspecify.annotations.Nullable;

/**
 * A part of the list.
 *
 * @param after the position that it comes after; absent: from the top
 * @param through the last position that belongs to it; absent: to the bottom
 */
record ListRange(@Nullable EventPosition after, @Nullable EventPosition through) {
    ListRange endingAt(@Nullable EventPosition last) {
        return new ListRange(after, last);
    }
}
