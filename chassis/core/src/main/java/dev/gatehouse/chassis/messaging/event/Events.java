package dev.gatehouse.chassis.messaging.event;

import dev.gatehouse.chassis.runtime.identifier.IdGenerator;
import dev.gatehouse.contracts.event.EventData;
import dev.gatehouse.contracts.event.SecurityEvent;
import dev.gatehouse.contracts.state.Revocation;
import dev.gatehouse.contracts.state.State;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Publishes events, states and revocations of this service. All of them join a transaction: they are published if, and
 * only if, it commits, and in the order of the calls per topic and key.
 *
 * <p>Each method has two forms. The one without a connection joins the transaction of the current session and MUST be
 * called within {@link dev.gatehouse.chassis.database.Transactions#run}. The one with a connection joins the
 * transaction of {@link dev.gatehouse.chassis.database.Transactions#runSql}.
 */
@ApplicationScoped
public class Events {
    private final Outbox outbox;
    private final Messages messages;
    private final IdGenerator ids;
    private final InstantSource clock;
    private final String service;

    Events(
            Outbox outbox,
            Messages messages,
            IdGenerator ids,
            InstantSource clock,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.outbox = outbox;
        this.messages = messages;
        this.ids = ids;
        this.clock = clock;
        this.service = service;
    }

    /** A success that happens now, caused by this actor from there; refine what differs, then {@link #publish} it. */
    public <D extends EventData> SecurityEvent<D> event(D data, Origin origin) {
        return origin.stamp(SecurityEvent.of(ids.next(), clock.instant(), service, data));
    }

    /** Publishes these events, in this order. */
    public Uni<Void> publish(SecurityEvent<?>... events) {
        return outbox.add(messages(events));
    }

    /** Publishes these events, in this order. */
    public Uni<Void> publish(SqlConnection tx, SecurityEvent<?>... events) {
        return outbox.addOn(tx, messages(events));
    }

    /** Publishes the new states of entities, each on its topic. */
    public Uni<Void> publishState(State... states) {
        return outbox.add(messages(states));
    }

    /** Publishes the new states of entities, each on its topic. */
    public Uni<Void> publishState(SqlConnection tx, State... states) {
        return outbox.addOn(tx, messages(states));
    }

    /** Publishes that these tokens must not be accepted any more. */
    public Uni<Void> revoke(Revocation... revocations) {
        return outbox.add(messages(revocations));
    }

    /** Publishes that these tokens must not be accepted any more. */
    public Uni<Void> revoke(SqlConnection tx, Revocation... revocations) {
        return outbox.addOn(tx, messages(revocations));
    }

    private List<OutboxMessage> messages(SecurityEvent<?>... events) {
        return Stream.of(events).map(messages::event).toList();
    }

    private List<OutboxMessage> messages(State... states) {
        return Stream.of(states).map(messages::state).toList();
    }

    private List<OutboxMessage> messages(Revocation... revocations) {
        return Stream.of(revocations).map(messages::revocation).toList();
    }
}
