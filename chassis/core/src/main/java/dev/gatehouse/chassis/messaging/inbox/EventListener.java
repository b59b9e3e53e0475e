package dev.gatehouse.chassis.messaging.inbox;

import dev.gatehouse.contracts.event.SecurityEvent;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Beans of this type are told of security events, each once; what they do not handle costs nothing. */
public interface EventListener {
    /** The stable name under which receipts are kept, such as {@code login.trust}; at most 60 characters. */
    String name();

    /** What it does on which events; asked once. */
    EventHandlers handlers();

    /**
     * Reads at once what the handlers of these events are going to read, into the current session, where they find it;
     * called in the transaction of a batch, before its handlers.
     */
    default Uni<Void> prepare(List<SecurityEvent<?>> events) {
        return Uni.createFrom().voidItem();
    }

    /**
     * Whether the effect of this event may wait some seconds: then {@link #handleTogether} has it with that of others.
     * Asked for the types that it handles. Where one listener of an event cannot wait, none does.
     */
    default boolean mayWait(SecurityEvent<?> event) {
        return false;
    }

    /**
     * Has the effect of events that could wait, in the transaction of the current session. There are no receipts of
     * them, so it MUST be the same however often it is had, and in whatever order.
     */
    default Uni<Void> handleTogether(List<SecurityEvent<?>> events) {
        return Uni.createFrom().voidItem();
    }

    /**
     * Called after the commit of an event that is handled, also for a repetition; MUST return at once, and what it
     * throws is an error of the program.
     */
    default void committed(SecurityEvent<?> event) {}
}
