package dev.gatehouse.chassis.messaging.outbox;

import dev.gatehouse.chassis.runtime.identifier.IdGenerator;
import dev.gatehouse.contracts.event.EventData;
import dev.gatehouse.contracts.event.SecurityEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Begins an event: with a new id, now, by this service. Who, whom and where from is added by the caller. */
@ApplicationScoped
public class EventFactory {
    private final IdGenerator ids;
    private final InstantSource clock;
    private final String service;

    EventFactory(
            IdGenerator ids, InstantSource clock, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.ids = ids;
        this.clock = clock;
        this.service = service;
    }

    /** A success that the service itself caused; refine what differs. */
    public <D extends EventData> SecurityEvent<D> of(D data) {
        return SecurityEvent.of(ids.next(), clock.instant(), service, data);
    }
}
