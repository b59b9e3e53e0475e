package dev.gatehouse.chassis.messaging.feed;

import dev.gatehouse.chassis.messaging.wire.TopicNames;
import dev.gatehouse.contracts.topic.Topic;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Starts feeds with the connection settings of this service. */
@ApplicationScoped
public class FeedFactory {
    private final Map<String, Object> kafka;
    private final TopicNames names;
    private final InstantSource clock;

    FeedFactory(@Identifier("default-kafka-broker") Map<String, Object> kafka, TopicNames names, InstantSource clock) {
        this.names = names;
        this.kafka = Map.copyOf(kafka);
        this.clock = clock;
    }

    /**
     * Follows all partitions of a topic at once. The listener is called on the feed's thread, for one record after the
     * other, and MUST NOT block; what it throws is logged and the record is passed over. The caller closes the feed.
     */
    public KafkaFeed follow(Topic topic, Start start, Consumer<ConsumerRecord<String, byte[]>> listener) {
        KafkaFeed feed = new KafkaFeed(names.of(topic), start, kafka, clock, listener);
        feed.begin();
        return feed;
    }
}
