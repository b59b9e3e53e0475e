package dev.gatehouse.chassis.messaging.inbox;

import dev.gatehouse.contracts.event.SecurityEvent;

/** Beans of this type are told of security events, each once; what they do not handle costs nothing. */
public interface EventListener {
    /** The stable name under which receipts are kept, such as {@code login.trust}; at most 60 characters. */
    String name();

    /** What it does on which events; asked once. */
    EventHandlers handlers();

    /**
     * Called after the commit of an event that is handled, also for a repetition; MUST return at once, and what it
     * throws is an error of the program.
     */
    default void committed(SecurityEvent<?> event) {}
}
