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
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Signals the waiting clients of this replica that a challenge of an account may have changed. The database knows what
 * changed. Every replica follows the topics on which an answer arrives, so a signal reaches a client wherever it waits.
 */
@ApplicationScoped
class KafkaChallengeSignal {
    private static final int ID_LENGTH = 36;
    private static final Set<String> ANSWERS = Set.of(
            EventType.ACCOUNT_ERASED.wireName(),
            EventType.ADDRESS_VERIFICATION_REQUESTED.wireName(),
            EventType.ADDRESS_VERIFICATION_DENIED.wireName(),
            EventType.ADDRESS_VERIFICATION_EXPIRED.wireName());

    private final FeedFactory feeds;
    private final Map<UUID, Set<Runnable>> listeners = new ConcurrentHashMap<>();
    private volatile List<KafkaFeed> following = List.of();

    KafkaChallengeSignal(FeedFactory feeds) {
        this.feeds = feeds;
    }

    void start(@Observes StartupEvent started) {
        following = List.of(
                feeds.follow(Topic.TRUSTED_ADDRESSES, Start.end(), this::onRecord),
                feeds.follow(Topic.SECURITY_EVENTS, Start.end(), this::onSecurityEvent));
    }

    void stop(@Observes ShutdownEvent stopping) {
        following.forEach(KafkaFeed::close);
    }

    /** Calls back on every signal for the account, on the signalling thread: the callback must not block. */
    void subscribe(UUID accountId, Runnable listener) {
        listeners.compute(accountId, (any, some) -> with(some, listener));
    }

    void unsubscribe(UUID accountId, Runnable listener) {
        listeners.computeIfPresent(accountId, (any, some) -> without(some, listener));
    }

    /** A challenge of this account may have changed. */
    void send(UUID accountId) {
        listeners.getOrDefault(accountId, Set.of()).forEach(Runnable::run);
    }

    /** Any challenge may have changed, or nobody can wait here any more. */
    void sendToAll() {
        listeners.values().forEach(some -> some.forEach(Runnable::run));
    }

    private void onSecurityEvent(ConsumerRecord<String, byte[]> record) {
        Header type = record.headers().lastHeader(Headers.TYPE);
        if (type != null && ANSWERS.contains(new String(type.value(), StandardCharsets.UTF_8))) {
            onRecord(record);
        }
    }

    /** The keys of both topics begin with the id of the account. */
    private void onRecord(ConsumerRecord<String, byte[]> record) {
        String key = record.key();
        if (key != null && key.length() >= ID_LENGTH) {
            send(UUID.fromString(key.substring(0, ID_LENGTH)));
        }
    }

    private static Set<Runnable> with(@Nullable Set<Runnable> some, Runnable listener) {
        return some == null
                ? Set.of(listener)
                : Stream.concat(some.stream(), Stream.of(listener)).collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable Set<Runnable> without(Set<Runnable> some, Runnable listener) {
        Set<Runnable> rest =
                some.stream().filter(other -> !other.equals(listener)).collect(Collectors.toUnmodifiableSet());
        return rest.isEmpty() ? null : rest;
    }
}
