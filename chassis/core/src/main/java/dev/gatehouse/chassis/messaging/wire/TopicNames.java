package dev.gatehouse.chassis.messaging.wire;

import dev.gatehouse.contracts.topic.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The names of the topics on this broker: those of {@link Topic} behind {@code gatehouse.topic-prefix}, so that several
 * environments can use one broker. Rows of the outbox hold the plain names.
 */
@ApplicationScoped
public class TopicNames {
    private final String prefix;

    TopicNames(@ConfigProperty(name = "gatehouse.topic-prefix") Optional<String> prefix) {
        this.prefix = prefix.orElse("");
    }

    /** The name on the broker. */
    public String of(Topic topic) {
        return of(topic.topicName());
    }

    /** The name on the broker of the topic with this plain name. */
    public String of(String plainName) {
        return prefix + plainName;
    }
}
