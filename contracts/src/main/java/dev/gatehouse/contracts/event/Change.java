package dev.gatehouse.contracts.event;

import org.jspecify.annotations.Nullable;

/**
 * One field of something that was edited.
 *
 * @param before as text; absent where there was no value; {@link #REDACTED} where it is personal
 * @param after as text; absent where there is no value now; {@link #REDACTED} where it is personal
 */
public record Change(
        String field, @Nullable String before, @Nullable String after) {
    /** Stands for a value that must not outlive the account. */
    public static final String REDACTED = "[redacted]";
}
