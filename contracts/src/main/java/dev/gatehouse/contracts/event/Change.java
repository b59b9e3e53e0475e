package dev.gatehouse.contracts.event;

import org.jspecify.annotations.Nullable;

/**
 * One field of something that was edited.
 *
 * @param before as text; absent where there was no value
 * @param after as text; absent where there is no value now
 */
public record Change(
        String field, @Nullable String before, @Nullable String after) {}
