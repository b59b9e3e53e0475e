package dev.gatehouse.chassis.messaging.event;

import dev.gatehouse.chassis.messaging.outbox.EventFactory;
import dev.gatehouse.chassis.messaging.outbox.Messages;
import dev.gatehouse.chassis.messaging.outbox.Outbox;
import dev.gatehouse.contracts.event.EventData;
import dev.gatehouse.contracts.event.SecurityEvent;
import dev.gatehouse.contracts.state.State;
import dev.gatehouse.contracts.topic.Topic;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;

/**
 * What this service tells the others; everything joins the transaction of the caller and is published if it commits.
 */
@ApplicationScoped
public class Events {
    private final Outbox outbox;
    private final Messages messages;
    private final EventFactory events;

    Events(Outbox outbox, Messages messages, EventFactory events) {
        this.outbox = outbox;
        this.messages = messages;
        this.events = events;
    }

    /** An event that happens now, by this actor and from there; refine it, then {@link #tell} it. */
    public <D extends EventData> SecurityEvent<D> event(D data, Origin origin) {
        return origin.stamp(events.of(data));
    }

    /** Publishes these events, in this order. */
    public Uni<Void> tell(SecurityEvent<?>... told) {
        return outbox.addAll(Stream.of(told).map(messages::event).toList());
    }

    /** Publishes the new value of something. */
    public Uni<Void> publish(Topic topic, State state) {
        return outbox.add(messages.state(topic, state));
    }

    /** Publishes that something is gone; the version is greater than that of its last value. */
    public Uni<Void> withdraw(Topic topic, String key, String type, long version) {
        return outbox.add(messages.tombstone(topic, key, type, version));
    }
}
