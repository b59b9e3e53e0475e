package dev.gatehouse.audit.intake;

import dev.gatehouse.audit.intake.KafkaIntakeRecord.PoisonRecord;
import dev.gatehouse.chassis.runtime.log.Log;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/** Sends a record to the dead letters as it came, with its place and the reason, so that it can be replayed. */
@ApplicationScoped
class KafkaDeadLetters {
    private static final Log LOG = Log.of(KafkaDeadLetters.class);
    private static final int LONGEST_REASON = 1_000;

    private final MutinyEmitter<byte[]> emitter;
    private final Backoff backoff;
    private final IntakeMeters meters;

    KafkaDeadLetters(
            @Channel("dead-letters") MutinyEmitter<byte[]> emitter,
            IntakeConfig config,
            IntakeMeters meters,
            InstantSource clock) {
        this.emitter = emitter;
        this.backoff = new Backoff("broker of the dead letters", config, meters, clock);
        this.meters = meters;
    }

    /** Completes when the broker has it. */
    Uni<Void> add(PoisonRecord poison) {
        return backoff.retryUnless(KafkaDeadLetters::isTooLarge, sent(() -> whole(poison)))
                .onFailure(KafkaDeadLetters::isTooLarge)
                .recoverWithUni(() -> backoff.retryUnless(failure -> false, sent(() -> pointer(poison))))
                .invoke(() -> logged(poison));
    }

    private Uni<Void> sent(Supplier<Message<byte[]>> message) {
        return Uni.createFrom().deferred(() -> emitter.sendMessage(message.get()));
    }

    private static boolean isTooLarge(Throwable failure) {
        return failure instanceof RecordTooLargeException;
    }

    private void logged(PoisonRecord poison) {
        meters.deadLetter();
        LOG.with("topic", poison.record().topic())
                .with("partition", poison.record().partition())
                .with("offset", poison.record().offset())
                .with("reason", reason(poison))
                .error("A record could not become an audit event");
    }

    private static Message<byte[]> whole(PoisonRecord poison) {
        ConsumerRecord<String, byte[]> record = poison.record();
        OutgoingKafkaRecordMetadata<String> address = OutgoingKafkaRecordMetadata.<String>builder()
                .withKey(record.key())
                .withHeaders(headers(new RecordHeaders(record.headers()), poison))
                .build();
        return Message.of(record.value(), Metadata.of(address));
    }

    /** For a record that is too large for the broker with the reason added: only where it can be found. */
    private static Message<byte[]> pointer(PoisonRecord poison) {
        RecordHeaders headers = new RecordHeaders();
        add(headers, "dead-letter-value", "omitted");
        OutgoingKafkaRecordMetadata<String> address = OutgoingKafkaRecordMetadata.<String>builder()
                .withHeaders(headers(headers, poison))
                .build();
        return Message.of(new byte[0], Metadata.of(address));
    }

    /** The header names of the messaging library, as in the dead letters of all services. */
    private static Headers headers(RecordHeaders headers, PoisonRecord poison) {
        ConsumerRecord<String, byte[]> record = poison.record();
        add(headers, "dead-letter-reason", reason(poison));
        add(
                headers,
                "dead-letter-exception-class-name",
                poison.reason().getClass().getName());
        add(headers, "dead-letter-topic", record.topic());
        add(headers, "dead-letter-partition", Integer.toString(record.partition()));
        add(headers, "dead-letter-offset", Long.toString(record.offset()));
        return headers;
    }

    private static String reason(PoisonRecord poison) {
        String reason = String.valueOf(poison.reason().getMessage());
        return reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
