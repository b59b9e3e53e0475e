package dev.gatehouse.audit.intake;

import dev.gatehouse.audit.intake.KafkaIntakeRecord.PoisonRecord;
import dev.gatehouse.audit.intake.KafkaIntakeRecord.ReadableRecord;
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
    Uni<Void> take(List<KafkaIntakeRecord> records) {
        meters.batch(records.size());
        return write(of(ReadableRecord.class, records))
                .map(refused -> Stream.concat(of(PoisonRecord.class, records).stream(), refused.stream())
                        .toList())
                .chain(this::sendToDeadLetters);
    }

    private Uni<List<PoisonRecord>> write(List<ReadableRecord> events) {
        return log.write(events)
                .map(added -> List.<PoisonRecord>of())
                .onFailure(SqlRefusal::is)
                .recoverWithUni(() -> writeEach(events));
    }

    /** In their order, each in a transaction of its own. */
    private Uni<List<PoisonRecord>> writeEach(List<ReadableRecord> events) {
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

    private Uni<Optional<PoisonRecord>> writeAlone(ReadableRecord event) {
        return log.write(List.of(event))
                .map(added -> Optional.<PoisonRecord>empty())
                .onFailure(SqlRefusal::is)
                .recoverWithItem(refusal -> Optional.of(event.refused(refusal)));
    }

    private Uni<Void> sendToDeadLetters(List<PoisonRecord> poison) {
        return Multi.createFrom()
                .iterable(poison)
                .onItem()
                .transformToUniAndConcatenate(deadLetters::add)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static <R extends KafkaIntakeRecord> List<R> of(Class<R> kind, List<KafkaIntakeRecord> records) {
        return records.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
