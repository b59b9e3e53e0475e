package dev.gatehouse.notification.intake;

import dev.gatehouse.chassis.messaging.inbox.EventHandlers;
import dev.gatehouse.chassis.messaging.inbox.EventListener;
import dev.gatehouse.contracts.event.SecurityEvent;
import dev.gatehouse.notification.stream.Streams;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * Reads the events that notify somebody. A service that begins, or begins again, does not notify of what is long past.
 */
@ApplicationScoped
class KafkaSecurityEvents implements EventListener {
    private final Intake intake;
    private final Streams streams;
    private final Duration oldest;
    private final Counter tooOld;
    private final InstantSource clock;

    KafkaSecurityEvents(
            Intake intake, Streams streams, IntakeConfig config, MeterRegistry meters, InstantSource clock) {
        this.intake = intake;
        this.streams = streams;
        this.oldest = config.oldest();
        this.tooOld = meters.counter("gatehouse.notification.intake.too.old");
        this.clock = clock;
    }

    @Override
    public String name() {
        return "intake";
    }

    @Override
    public EventHandlers handlers() {
        return EventHandlers.none().on(EventPolicy.KINDS.keySet(), this::take);
    }

    /** One statement for each table, whatever the size of the batch. */
    @Override
    public Uni<Void> prepare(List<SecurityEvent<?>> events) {
        return intake.prepare(events.stream()
                .flatMap(event -> EventPolicy.draft(event).stream())
                .toList());
    }

    @Override
    public void committed(SecurityEvent<?> event) {
        streams.wake();
    }

    private Uni<Void> take(SecurityEvent<?> event) {
        if (event.time().isBefore(clock.instant().minus(oldest))) {
            tooOld.increment();
            return Uni.createFrom().voidItem();
        }
        return EventPolicy.concernsAdministrators(event)
                ? intake.alertAdministrators(event)
                : EventPolicy.draft(event)
                        .map(intake::accept)
                        .orElse(Uni.createFrom().voidItem());
    }
}
