package dev.gatehouse.audit.intake;

import dev.gatehouse.audit.intake.KafkaReading.Poison;
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
import org.jboss.logging.Logger;

/**
 * Puts a record aside as it came, with where it stood and why it could not be taken in, so that it can be played again.
 */
@ApplicationScoped
class KafkaDeadLetters {
    private static final Logger LOG = Logger.getLogger(KafkaDeadLetters.class);
    private static final int LONGEST_REASON = 1_000;

    private final MutinyEmitter<byte[]> emitter;
    private final Patience patience;
    private final IntakeMeters meters;

    KafkaDeadLetters(
            @Channel("dead-letters") MutinyEmitter<byte[]> emitter,
            IntakeConfig settings,
            IntakeMeters meters,
            InstantSource clock) {
        this.emitter = emitter;
        this.patience = new Patience("broker of the dead letters", settings, meters, clock);
        this.meters = meters;
    }

    /** Completes when the broker has it. */
    Uni<Void> add(Poison poison) {
        return patience.unless(KafkaDeadLetters::isTooLarge, sent(() -> letter(poison)))
                .onFailure(KafkaDeadLetters::isTooLarge)
                .recoverWithUni(() -> patience.unless(failure -> false, sent(() -> pointer(poison))))
                .invoke(() -> noted(poison));
    }

    private Uni<Void> sent(Supplier<Message<byte[]>> letter) {
        return Uni.createFrom().deferred(() -> emitter.sendMessage(letter.get()));
    }

    private static boolean isTooLarge(Throwable failure) {
        return failure instanceof RecordTooLargeException;
    }

    private void noted(Poison poison) {
        meters.deadLetter();
        LOG.errorf(
                "A record could not become an audit event: topic=%s partition=%d offset=%d reason=%s",
                poison.record().topic(),
                poison.record().partition(),
                poison.record().offset(),
                reason(poison));
    }

    private static Message<byte[]> letter(Poison poison) {
        ConsumerRecord<String, byte[]> record = poison.record();
        OutgoingKafkaRecordMetadata<String> address = OutgoingKafkaRecordMetadata.<String>builder()
                .withKey(record.key())
                .withHeaders(headers(new RecordHeaders(record.headers()), poison))
                .build();
        return Message.of(record.value(), Metadata.of(address));
    }

    /** With the reason on it a record can be larger than what the broker takes: then only where to find it. */
    private static Message<byte[]> pointer(Poison poison) {
        RecordHeaders headers = new RecordHeaders();
        add(headers, "dead-letter-value", "omitted");
        OutgoingKafkaRecordMetadata<String> address = OutgoingKafkaRecordMetadata.<String>builder()
                .withHeaders(headers(headers, poison))
                .build();
        return Message.of(new byte[0], Metadata.of(address));
    }

    /** The names that the dead letters of all services have, those of the messaging library. */
    private static Headers headers(RecordHeaders headers, Poison poison) {
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

    private static String reason(Poison poison) {
        String reason = String.valueOf(poison.reason().getMessage());
        return reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
