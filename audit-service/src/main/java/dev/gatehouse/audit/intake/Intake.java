package dev.gatehouse.audit.intake;

import dev.gatehouse.audit.intake.KafkaReading.Arrival;
import dev.gatehouse.audit.intake.KafkaReading.Poison;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes records in: what is an event goes into the log, what can never be one to the dead letters. */
@ApplicationScoped
class Intake {
    private final LogWriter log;
    private final KafkaDeadLetters deadLetters;
    private final IntakeMeters meters;

    Intake(LogWriter log, KafkaDeadLetters deadLetters, IntakeMeters meters) {
        this.log = log;
        this.deadLetters = deadLetters;
        this.meters = meters;
    }

    /** Completes when every record is where it belongs, however long that takes; never fails for want of a database. */
    Uni<Void> take(List<KafkaReading> readings) {
        meters.batch(readings.size());
        return write(of(Arrival.class, readings))
                .map(refused -> Stream.concat(of(Poison.class, readings).stream(), refused.stream())
                        .toList())
                .chain(this::bury);
    }

    private Uni<List<Poison>> write(List<Arrival> events) {
        return log.write(events)
                .map(added -> List.<Poison>of())
                .onFailure(SqlRefusal::is)
                .recoverWithUni(() -> writeEach(events));
    }

    /** In their order, each in a transaction of its own. */
    private Uni<List<Poison>> writeEach(List<Arrival> events) {
        return Multi.createFrom()
                .iterable(events)
                .onItem()
                .transformToUniAndConcatenate(this::writeAlone)
                .select()
                .where(Optional::isPresent)
                .map(Optional::get)
                .collect()
                .asList();
    }

    private Uni<Optional<Poison>> writeAlone(Arrival event) {
        return log.write(List.of(event))
                .map(added -> Optional.<Poison>empty())
                .onFailure(SqlRefusal::is)
                .recoverWithItem(refusal -> Optional.of(event.refused(refusal)));
    }

    private Uni<Void> bury(List<Poison> poison) {
        return Multi.createFrom()
                .iterable(poison)
                .onItem()
                .transformToUniAndConcatenate(deadLetters::add)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static <R extends KafkaReading> List<R> of(Class<R> kind, List<KafkaReading> readings) {
        return readings.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
