package dev.gatehouse.notification.stream;

import dev.gatehouse.chassis.runtime.background.Worker;
import dev.gatehouse.chassis.runtime.log.Log;
import dev.gatehouse.chassis.security.caller.Caller;
import dev.gatehouse.chassis.security.caller.Revocations;
import dev.gatehouse.contracts.state.Revocation;
import dev.gatehouse.notification.notification.NotificationFeed;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** The streams that are open at this replica. */
@ApplicationScoped
public class Streams {
    private static final Log LOG = Log.of(Streams.class);

    private final Listeners listeners;
    private final NotificationFeed feed;
    private final Revocations revocations;
    private final StreamConfig settings;
    private final InstantSource clock;
    private final Vertx vertx;
    private Revocations.Subscription subscription = () -> {};
    /* A stop waits for requests that are going on before it tells anybody: streams must end when the signal comes. */
    private final Thread signal = Thread.ofPlatform().name("end-of-streams").unstarted(this::endAll);
    private final Worker worker = Worker.of("streams", this::ringWhereSomethingHappened);

    Streams(
            Listeners listeners,
            NotificationFeed feed,
            Revocations revocations,
            StreamConfig settings,
            InstantSource clock,
            Vertx vertx) {
        this.listeners = listeners;
        this.feed = feed;
        this.revocations = revocations;
        this.settings = settings;
        this.clock = clock;
        this.vertx = vertx;
    }

    /** Looks now whether something happened; to be called after a commit that wrote notifications. Returns at once. */
    public void look() {
        if (!listeners.isEmpty()) {
            worker.wake();
        }
    }

    /**
     * A stream of the caller, from behind the last event that was seen, else from now on; none when the account has as
     * many as it may. Must be subscribed to where it is called.
     */
    Optional<Multi<Frame>> open(Caller caller, OptionalLong lastSeen) {
        OpenStream stream = new OpenStream(caller, feed, clock, vertx.getOrCreateContext());
        if (!listeners.add(stream, settings.perAccount())) {
            return Optional.empty();
        }
        // Between the check of the token and this line the session may have ended.
        if (revocations.revoked(caller.sessionId(), caller.accountId(), caller.sessionStartedAt())) {
            stream.end();
        }
        return Optional.of(start(caller, lastSeen)
                .onItem()
                .transformToMulti(position -> stream.frames(position, settings.heartbeat()))
                .onTermination()
                .invoke(() -> listeners.remove(stream))
                // The client comes back with the last id that it saw: ending the stream loses nothing.
                .onFailure()
                .invoke(failure -> LOG.with("accountId", caller.accountId()).warn("Stream broke off", failure))
                .onFailure()
                .recoverWithCompletion());
    }

    void begin(@Observes StartupEvent event) {
        subscription = revocations.onRevoked(this::endRevoked);
        Runtime.getRuntime().addShutdownHook(signal);
    }

    void stop(@Observes ShutdownEvent event) {
        subscription.close();
        try {
            LOG.with("removed", Runtime.getRuntime().removeShutdownHook(signal)).debug("Stopping");
        } catch (IllegalStateException stopping) {
            LOG.debug("The process is stopping");
        }
    }

    /* What other replicas wrote, silence that lasts too long, and streams that do. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        listeners.forEach(this::tend);
        look();
    }

    private void tend(OpenStream stream) {
        if (stream.isOlderThan(settings.longest())) {
            stream.end();
        } else if (stream.isSilentSince(settings.heartbeat())) {
            stream.ring();
        }
    }

    private void endAll() {
        listeners.forEach(OpenStream::end);
    }

    private void endRevoked(Revocation revocation) {
        listeners.forEach(stream -> {
            if (stream.isEndedBy(revocation)) {
                stream.end();
            }
        });
    }

    private Uni<Long> start(Caller caller, OptionalLong lastSeen) {
        // A position that was never given out would wait for ever in silence.
        return feed.head(caller.accountId())
                .map(head -> lastSeen.isPresent() ? Math.min(lastSeen.getAsLong(), head) : head);
    }

    private Uni<Void> ringWhereSomethingHappened() {
        return feed.heads(listeners.accounts()).invoke(this::ring).replaceWithVoid();
    }

    private void ring(Map<UUID, Long> heads) {
        listeners.forEach(stream -> {
            if (heads.getOrDefault(stream.accountId(), 0L) > stream.position()) {
                stream.ring();
            }
        });
    }
}
