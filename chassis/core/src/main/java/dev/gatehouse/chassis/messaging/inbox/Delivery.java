package dev.gatehouse.chassis.messaging.inbox;

import dev.gatehouse.contracts.event.SecurityEvent;
import dev.gatehouse.contracts.state.State;
import java.util.Map;

/** What a record told. */
public sealed interface Delivery {
    /**
     * Something happened.
     *
     * @param sequence the number of the event within its producing service; 0 where the record carries none
     */
    record Event(SecurityEvent<?> event, long sequence, Map<String, String> headers) implements Delivery {
        /** Copies. */
        public Event {
            headers = Map.copyOf(headers);
        }
    }

    /** Something has a new value; the receiver ignores it unless it is newer than what it has. */
    record Changed(State state) implements Delivery {}

    /** Something is gone; the receiver ignores it if it knows a newer version. */
    record Gone(String topic, String key, long version) implements Delivery {}
}
