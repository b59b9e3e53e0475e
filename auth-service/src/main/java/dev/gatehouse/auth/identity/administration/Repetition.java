package dev.gatehouse.auth.identity.administration;

import java.util.UUID;

/** Whether a request was seen before. */
public sealed interface Repetition {
    /** It is the first under its key, or has none. */
    record None() implements Repetition {}

    /** It made this already. */
    record Same(UUID resourceId) implements Repetition {}

    /** Its key belongs to another body. */
    record KeyReused() implements Repetition {}
}
