package dev.gatehouse.chassis.security.incident;

import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.runtime.health.Outage;
import dev.gatehouse.chassis.runtime.log.Log;
import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.chassis.security.incident.IncidentLimits.Place;
import dev.gatehouse.contracts.event.Actor;
import dev.gatehouse.contracts.event.EventData;
import dev.gatehouse.contracts.event.IncidentSuppressed;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.groups.UniSubscribe;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Publishes incidents, within limits. Fails open: an incident that cannot be published changes no answer. */
@ApplicationScoped
public class Incidents {
    private static final Log LOG = Log.of(Incidents.class);
    private static final Origin ANONYMOUS = new Origin(Actor.ANONYMOUS, null, null, null);

    private final Events events;
    private final Transactions transactions;
    private final IncidentLimits limits;
    private final Outage outage;

    Incidents(Events events, Transactions transactions, InstantSource clock) {
        this.events = events;
        this.transactions = transactions;
        this.limits = new IncidentLimits(clock);
        this.outage = new Outage("database of the incidents", clock);
    }

    /**
     * Returns at once; MUST be called within a request, whose trace the event carries.
     *
     * @param ip where it comes from
     */
    public void publish(EventData what, String reason, IpAddress ip, @Nullable String userAgent) {
        limits.admit(what.getClass(), ip)
                .ifPresent(place -> publish(
                        place,
                        events.prepare(
                                events.event(what, ANONYMOUS).failed(reason).from(ip.canonical(), userAgent))));
    }

    /**
     * Like {@link #publish}, but beyond every limit: for incidents that only a person with a session can cause, who
     * must not hide one behind another.
     */
    public void publishEach(EventData what, String reason, IpAddress ip, @Nullable String userAgent) {
        beside(events.prepare(events.event(what, ANONYMOUS).failed(reason).from(ip.canonical(), userAgent)))
                .with(done -> outage.ended(), outage::began);
    }

    /** Publishes how many incidents were not published, if any. */
    Uni<Void> publishSuppressed() {
        long count = limits.takeSuppressed();
        return count == 0
                ? Uni.createFrom().voidItem()
                : transactions
                        .run(() -> events.publish(events.event(new IncidentSuppressed(count), Origin.SYSTEM)))
                        .onFailure()
                        .invoke(() -> limits.giveBack(count));
    }

    private void publish(Place place, Supplier<Uni<Void>> publication) {
        beside(publication).with(done -> stored(), failure -> lost(place, failure));
    }

    /** On a thread without a session: the request may have one open, and one session is one lane. */
    private UniSubscribe<Void> beside(Supplier<Uni<Void>> publication) {
        return Uni.createFrom()
                .deferred(() -> transactions.run(publication))
                .runSubscriptionOn(Infrastructure.getDefaultExecutor())
                .subscribe();
    }

    private void stored() {
        limits.stored();
        outage.ended();
    }

    private void lost(Place place, Throwable failure) {
        limits.lost(place);
        outage.began(failure);
        LOG.with("eventType", place.type()).with("cause", failure.getClass()).debug("Incident not published");
    }
}
