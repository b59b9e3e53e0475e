package dev.gatehouse.chassis.messaging.consumer;

import org.jspecify.annotations.Nullable;

/**
 * What was read is dropped: the records that follow the saved positions are read again, as far as they are still ours.
 */
public class ReadAgain extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With the reason, and the failure behind it if there is one. */
    public ReadAgain(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
