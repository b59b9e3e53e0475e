package dev.gatehouse.chassis.testkit;

import dev.gatehouse.contracts.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The topics, read and written past the service under test. */
public final class Topics {
    private static final Map<String, Topics> BY_BROKER = new ConcurrentHashMap<>();

    private final String bootstrap;
    private final Producer<String, byte @Nullable []> producer;
    private final Map<Topic, TopicTail> tails = new ConcurrentHashMap<>();

    private Topics(String bootstrap) {
        this.bootstrap = bootstrap;
        this.producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap, ProducerConfig.LINGER_MS_CONFIG, 0),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** The topics of this broker; its connections last as long as the tests. */
    static Topics of(String bootstrap) {
        return BY_BROKER.computeIfAbsent(bootstrap, Topics::new);
    }

    /** The name that the topic has on the broker for this test process. */
    public static String nameOf(Topic topic) {
        return TopicPrefix.nameOf(topic);
    }

    /** Writes a record and waits for its acknowledgement. */
    public void produce(Topic topic, String key, byte @Nullable [] value, Map<String, String> headers) {
        produce(TopicPrefix.nameOf(topic), key, value, headers);
    }

    /** The same to a topic that only this test knows. */
    public void produce(String topic, String key, byte @Nullable [] value, Map<String, String> headers) {
        ProducerRecord<String, byte @Nullable []> record = new ProducerRecord<>(topic, key, value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(record).get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("Not written to " + topic, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Everything that the topic holds now, in order per partition. */
    public List<ConsumerRecord<String, byte[]>> all(Topic topic) {
        return tails.computeIfAbsent(topic, wanted -> TopicTail.of(bootstrap, wanted))
                .read();
    }

    /** Everything that the topic holds now under this key, in order. */
    public List<ConsumerRecord<String, byte[]>> all(Topic topic, String key) {
        return all(topic).stream().filter(record -> key.equals(record.key())).toList();
    }

    /** The newest value of a header, as text; absent if the record has none of this name. */
    public static @Nullable String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
