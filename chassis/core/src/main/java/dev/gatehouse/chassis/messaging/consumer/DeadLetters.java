package dev.gatehouse.chassis.messaging.consumer;

import dev.gatehouse.chassis.runtime.kafka.KafkaSettings;
import dev.gatehouse.chassis.runtime.log.Log;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The topic of the records that can never be processed: as they came, with their place and the reason, so that they can
 * be replayed. Used by one thread only; its producer is made with the first dead letter.
 */
final class DeadLetters implements AutoCloseable {
    private static final Log LOG = Log.of(DeadLetters.class);
    private static final Duration LONGEST_WRITE = Duration.ofSeconds(10);
    private static final int LONGEST_REASON = 1_000;

    private final Map<String, Object> kafka;
    private final String topic;
    private @Nullable KafkaProducer<String, byte[]> producer;

    DeadLetters(Map<String, Object> kafka, String topic) {
        this.kafka = KafkaSettings.producer(kafka);
        this.topic = topic;
    }

    /**
     * Returns when the broker has it.
     *
     * @throws KafkaException when it has it not, and the same may succeed later
     */
    void add(ConsumerRecord<String, byte[]> record, Throwable reason) {
        try {
            write(whole(record, reason));
        } catch (RecordTooLargeException tooLarge) {
            write(pointer(record, reason));
        }
        LOG.with("topic", record.topic())
                .with("partition", record.partition())
                .with("offset", record.offset())
                .with("reason", reason(reason))
                .error("A record can never be processed and is among the dead letters now");
    }

    @Override
    public void close() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    private void write(ProducerRecord<String, byte[]> letter) {
        try {
            var written = open().send(letter).get(LONGEST_WRITE.toMillis(), TimeUnit.MILLISECONDS);
            LOG.with("topic", topic).with("offset", written.offset()).debug("Dead letter written");
        } catch (ExecutionException refused) {
            throw refused.getCause() instanceof RecordTooLargeException tooLarge
                    ? tooLarge
                    : failed(refused.getCause());
        } catch (TimeoutException | KafkaException late) {
            throw failed(late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failed(interrupted);
        }
    }

    /** The next try has a producer of its own, because this one may be broken for good. */
    private KafkaException failed(@Nullable Throwable cause) {
        close();
        return new KafkaException("The dead letter was not written to " + topic, cause);
    }

    private KafkaProducer<String, byte[]> open() {
        if (producer == null) {
            producer = new KafkaProducer<>(kafka, new StringSerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    private ProducerRecord<String, byte[]> whole(ConsumerRecord<String, byte[]> record, Throwable reason) {
        Headers headers = described(new RecordHeaders(record.headers()), record, reason);
        return new ProducerRecord<>(topic, null, record.key(), record.value(), headers);
    }

    /** For a record that is too large for the broker with the reason added: only where it can be found. */
    private ProducerRecord<String, byte[]> pointer(ConsumerRecord<String, byte[]> record, Throwable reason) {
        RecordHeaders headers = new RecordHeaders();
        add(headers, "dead-letter-value", "omitted");
        return new ProducerRecord<>(topic, null, record.key(), new byte[0], described(headers, record, reason));
    }

    private static Headers described(RecordHeaders headers, ConsumerRecord<String, byte[]> record, Throwable reason) {
        add(headers, "dead-letter-reason", reason(reason));
        add(headers, "dead-letter-exception-class-name", reason.getClass().getName());
        add(headers, "dead-letter-topic", record.topic());
        add(headers, "dead-letter-partition", Integer.toString(record.partition()));
        add(headers, "dead-letter-offset", Long.toString(record.offset()));
        return headers;
    }

    private static String reason(Throwable failure) {
        String reason = String.valueOf(failure.getMessage());
        return reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
    }

    private static void add(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
