package dev.gatehouse.audit.log;

import org.jspecify.annotations.Nullable;

/** An event whose envelope no version of the suite would publish: it cannot become an entry, now or ever. */
public final class UnreadableEvent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableEvent(String reason) {
        this(reason, null);
    }

    UnreadableEvent(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
