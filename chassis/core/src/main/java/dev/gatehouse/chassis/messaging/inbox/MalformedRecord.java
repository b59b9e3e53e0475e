package dev.gatehouse.chassis.messaging.inbox;

import org.jspecify.annotations.Nullable;

/** A record that can never be read: the channel moves it to the dead letters. */
public final class MalformedRecord extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedRecord(String reason) {
        this(reason, null);
    }

    MalformedRecord(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
