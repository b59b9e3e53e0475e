package dev.gatehouse.auth.login.challenge;

import dev.gatehouse.chassis.messaging.feed.FeedFactory;
import dev.gatehouse.chassis.messaging.feed.KafkaFeed;
import dev.gatehouse.chassis.messaging.feed.Start;
import dev.gatehouse.chassis.messaging.wire.Headers;
import dev.gatehouse.contracts.event.EventType;
import dev.gatehouse.contracts.topic.Topic;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Rings when an answer may have come, whichever replica takes it in. */
@ApplicationScoped
class KafkaChallengeBell {
    private static final int ID_LENGTH = 36;
    private static final Set<String> ANSWERS =
            Set.of(EventType.ADDRESS_VERIFICATION_DENIED.wireName(), EventType.ADDRESS_VERIFICATION_EXPIRED.wireName());

    private final FeedFactory feeds;
    private final ChallengeBell bell;
    private volatile List<KafkaFeed> following = List.of();

    KafkaChallengeBell(FeedFactory feeds, ChallengeBell bell) {
        this.feeds = feeds;
        this.bell = bell;
    }

    void begin(@Observes StartupEvent started) {
        following = List.of(
                feeds.follow(Topic.TRUSTED_ADDRESSES, Start.end(), this::ring),
                feeds.follow(Topic.SECURITY_EVENTS, Start.end(), this::ringForAnswer));
    }

    void end(@Observes ShutdownEvent stopping) {
        following.forEach(KafkaFeed::close);
    }

    private void ringForAnswer(ConsumerRecord<String, byte[]> record) {
        Header type = record.headers().lastHeader(Headers.TYPE);
        if (type != null && ANSWERS.contains(new String(type.value(), StandardCharsets.UTF_8))) {
            ring(record);
        }
    }

    /** Both topics are keyed by the account, one of them with more after it. */
    private void ring(ConsumerRecord<String, byte[]> record) {
        String key = record.key();
        if (key != null && key.length() >= ID_LENGTH) {
            bell.ring(UUID.fromString(key.substring(0, ID_LENGTH)));
        }
    }
}
