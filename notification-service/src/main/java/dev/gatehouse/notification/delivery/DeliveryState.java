package dev.gatehouse.notification.delivery;

import dev.gatehouse.chassis.mail.queue.MailState;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a delivery is. */
@Schema(enumeration = {"pending", "sent", "failed"})
enum DeliveryState {
    /** Not sent yet, or to be tried again. */
    PENDING("pending"),
    /** The mail server took it. */
    SENT("sent"),
    /** Abandoned, or dropped because there is no recipient. */
    FAILED("failed");

    private final String wireName;

    DeliveryState(String wireName) {
        this.wireName = wireName;
    }

    static DeliveryState of(MailState state) {
        return switch (state) {
            case QUEUED, SENDING -> PENDING;
            case SENT -> SENT;
            case DROPPED, ABANDONED -> FAILED;
        };
    }

    /** The states of the mail queue that this state stands for. */
    Set<MailState> mailStates() {
        return Arrays.stream(MailState.values())
                .filter(state -> of(state) == this)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The name in JSON. */
    @Override
    public String toString() {
        return wireName;
    }
}
