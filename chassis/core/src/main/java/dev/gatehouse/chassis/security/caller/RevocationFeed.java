package dev.gatehouse.chassis.security.caller;

import dev.gatehouse.chassis.messaging.feed.FeedFactory;
import dev.gatehouse.chassis.messaging.feed.KafkaFeed;
import dev.gatehouse.chassis.messaging.feed.Start;
import dev.gatehouse.chassis.messaging.inbox.EventCodec;
import dev.gatehouse.contracts.topic.Topic;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Brings what is revoked anywhere to this replica, beginning one token life ago. */
@ApplicationScoped
class RevocationFeed {
    private final FeedFactory feeds;
    private final EventCodec codec;
    private final Revocations revocations;
    private final InstantSource clock;
    private volatile @Nullable KafkaFeed feed;

    RevocationFeed(FeedFactory feeds, EventCodec codec, Revocations revocations, InstantSource clock) {
        this.feeds = feeds;
        this.codec = codec;
        this.revocations = revocations;
        this.clock = clock;
    }

    /** Whether everything that had been revoked before the start is known. */
    boolean caughtUp() {
        KafkaFeed following = feed;
        return following != null && following.caughtUp();
    }

    void begin(@Observes StartupEvent started) {
        Start start =
                Start.at(clock.instant().minus(Revocations.LONGEST_TOKEN_LIFE).minus(Revocations.CLOCK_SKEW));
        feed = feeds.follow(Topic.REVOCATIONS, start, this::hear);
    }

    void end(@Observes ShutdownEvent stopping) {
        KafkaFeed following = feed;
        if (following != null) {
            following.close();
        }
    }

    private void hear(ConsumerRecord<String, byte[]> record) {
        revocations.hear(codec.revocation(record), Instant.ofEpochMilli(record.timestamp()));
    }
}
