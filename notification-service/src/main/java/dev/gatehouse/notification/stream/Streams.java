package dev.gatehouse.notification.stream;

import dev.gatehouse.chassis.runtime.background.Stopping;
import dev.gatehouse.chassis.runtime.background.Worker;
import dev.gatehouse.chassis.runtime.log.Log;
import dev.gatehouse.chassis.security.caller.Caller;
import dev.gatehouse.chassis.security.caller.Revocations;
import dev.gatehouse.contracts.state.Revocation;
import dev.gatehouse.notification.notification.InAppNotifications;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Opens, signals and ends the streams of this replica. */
@ApplicationScoped
public class Streams {
    private static final Log LOG = Log.of(Streams.class);
    /** So that no statement grows with the number of streams. */
    private static final int ACCOUNTS_AT_A_TIME = 500;

    private static final String OPEN = "gatehouse.notification.streams.open";

    private final Registry registry = new Registry();
    private final InAppNotifications notifications;
    private final Revocations revocations;
    private final StreamConfig config;
    private final InstantSource clock;
    private final Vertx vertx;
    private final Stopping stopping;
    private Revocations.Subscription subscription = () -> {};
    private final Worker worker = Worker.of("streams", this::signalChanged);

    Streams(
            InAppNotifications notifications,
            Revocations revocations,
            StreamConfig config,
            InstantSource clock,
            Vertx vertx,
            Stopping stopping,
            MeterRegistry meters) {
        this.notifications = notifications;
        this.revocations = revocations;
        this.config = config;
        this.clock = clock;
        this.vertx = vertx;
        this.stopping = stopping;
        meters.gauge(OPEN, registry, Registry::count);
    }

    /** Looks for new notifications; called after a commit that stored some. Returns at once. */
    public void wake() {
        if (!registry.isEmpty()) {
            worker.wake();
        }
    }

    /**
     * Opens a stream of the caller, after the last position that the client has seen, or else from now on; empty when
     * the account has reached its limit. Must be subscribed to on the context of the caller's request.
     */
    Optional<Multi<OpenStream.Message>> open(Caller caller, OptionalLong lastSeen) {
        OpenStream stream = new OpenStream(caller, notifications, clock, vertx.getOrCreateContext());
        if (!registry.add(stream, config.perAccount())) {
            return Optional.empty();
        }
        // The session, or this replica, may have ended before the stream was registered.
        if (stopping.begun()
                || revocations.revoked(caller.sessionId(), caller.accountId(), caller.sessionStartedAt())) {
            stream.end();
        }
        return Optional.of(start(caller, lastSeen)
                .onItem()
                .transformToMulti(position -> stream.messages(position, config.heartbeat()))
                .onTermination()
                .invoke(() -> registry.remove(stream))
                // The client reconnects with the last id that it saw, so ending the stream loses nothing.
                .onFailure()
                .invoke(failure -> LOG.with("accountId", caller.accountId()).warn("Stream failed", failure))
                .onFailure()
                .recoverWithCompletion());
    }

    /** Whether this replica has as many streams open as it may. */
    boolean areFull() {
        return registry.count() >= config.perReplica();
    }

    /** Sends heartbeats, ends old streams, and looks for notifications that other replicas stored. */
    void poll() {
        registry.forEach(this::maintain);
        wake();
    }

    void begin(@Observes StartupEvent event) {
        subscription = revocations.onRevoked(this::endRevoked);
        stopping.listen(this::endAll);
    }

    void stop(@Observes ShutdownEvent event) {
        subscription.close();
    }

    private void maintain(OpenStream stream) {
        if (stream.isOlderThan(config.maxAge())) {
            stream.end();
        } else if (stream.isSilentFor(config.heartbeat())) {
            stream.signal();
        }
    }

    private void endAll() {
        registry.forEach(OpenStream::end);
    }

    private void endRevoked(Revocation revocation) {
        registry.forEach(stream -> {
            if (stream.isEndedBy(revocation)) {
                stream.end(revocation);
            }
        });
    }

    private Uni<Long> start(Caller caller, OptionalLong lastSeen) {
        // A position beyond the head would skip the notifications up to it.
        return notifications
                .head(caller.accountId())
                .map(head -> lastSeen.isPresent() ? Math.min(lastSeen.getAsLong(), head) : head);
    }

    private Uni<Void> signalChanged() {
        return Multi.createFrom()
                .iterable(registry.accountIds())
                .group()
                .intoLists()
                .of(ACCOUNTS_AT_A_TIME)
                .onItem()
                .transformToUniAndConcatenate(notifications::heads)
                .onItem()
                .invoke(this::signal)
                .onItem()
                .ignoreAsUni();
    }

    private void signal(Map<UUID, Long> heads) {
        registry.forEach(stream -> {
            if (heads.getOrDefault(stream.accountId(), 0L) > stream.position()) {
                stream.signal();
            }
        });
    }

    /** The streams that are open at this replica; thread-safe. */
    private static final class Registry {
        private final Map<UUID, Set<OpenStream>> byAccount = new ConcurrentHashMap<>();

        /** Adds the stream; false when its account has reached the limit. */
        private boolean add(OpenStream stream, int limit) {
            AtomicBoolean added = new AtomicBoolean();
            byAccount.compute(stream.accountId(), (account, streams) -> {
                Set<OpenStream> open = streams == null ? ConcurrentHashMap.newKeySet() : streams;
                added.set(open.size() < limit && open.add(stream));
                return open;
            });
            return added.get();
        }

        private void remove(OpenStream stream) {
            byAccount.computeIfPresent(stream.accountId(), (account, streams) -> without(streams, stream));
        }

        private void forEach(Consumer<OpenStream> action) {
            byAccount.values().forEach(streams -> streams.forEach(action));
        }

        private Set<UUID> accountIds() {
            return Set.copyOf(byAccount.keySet());
        }

        private boolean isEmpty() {
            return byAccount.isEmpty();
        }

        private double count() {
            return byAccount.values().stream().mapToInt(Set::size).sum();
        }

        private static @Nullable Set<OpenStream> without(Set<OpenStream> streams, OpenStream stream) {
            streams.remove(stream);
            return streams.isEmpty() ? null : streams;
        }
    }
}
