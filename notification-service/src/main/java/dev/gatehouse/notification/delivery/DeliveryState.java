package dev.gatehouse.notification.delivery;

import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a delivery is. */
@Schema(enumeration = {"pending", "sent", "failed"})
enum DeliveryState {
    /** Owed: not sent yet, or to be tried again. */
    PENDING("pending"),
    /** The mail server took it. */
    SENT("sent"),
    /** Given up. */
    FAILED("failed");

    private final String wireName;

    DeliveryState(String wireName) {
        this.wireName = wireName;
    }

    static Optional<DeliveryState> named(String wireName) {
        return Arrays.stream(values())
                .filter(state -> state.wireName.equals(wireName))
                .findFirst();
    }

    /** The name in JSON. */
    @Override
    public String toString() {
        return wireName;
    }
}
