package dev.gatehouse.notification.stream;

import dev.gatehouse.chassis.security.caller.Caller;
import dev.gatehouse.contracts.state.Revocation;
import dev.gatehouse.notification.notification.InAppNotifications;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vertx.core.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One client that follows its notifications.
 *
 * <p>A signal leads to one read of the database. Reads never overlap, and signals that arrive during a read become one.
 * Everything runs on the context of the client's request; the fields that other threads touch are volatile.
 */
final class OpenStream {
    private static final int PAGE = 100;

    private final Caller caller;
    private final InAppNotifications notifications;
    private final InstantSource clock;
    private final Context context;
    private final Instant openedAt;
    private volatile @Nullable MultiEmitter<? super Signal> signals;
    private volatile long position;
    private volatile Instant lastSentAt;
    private volatile boolean ended;
    private volatile @Nullable String why;

    OpenStream(Caller caller, InAppNotifications notifications, InstantSource clock, Context context) {
        this.caller = caller;
        this.notifications = notifications;
        this.clock = clock;
        this.context = context;
        this.openedAt = clock.instant();
        this.lastSentAt = openedAt;
    }

    UUID accountId() {
        return caller.accountId();
    }

    long position() {
        return position;
    }

    /** What is sent to the client, from this position on, until {@link #end}. */
    Multi<Message> messages(long start, Duration heartbeat) {
        position = start;
        Multi<Message> opened = Multi.createFrom().item(new Message.Opened(start));
        Multi<Message> changes = Multi.createFrom()
                .<Signal>emitter(this::receiveSignals, BackPressureStrategy.LATEST)
                .onItem()
                .transformToMultiAndConcatenate(signal -> switch (signal) {
                    case READ -> read(heartbeat);
                    case END -> Multi.createFrom().<Message>item(new Message.Ended(Objects.requireNonNull(why)));
                });
        return Multi.createBy().concatenating().streams(opened, changes);
    }

    /** Has the stream read the database, from any thread. */
    void signal() {
        context.runOnContext(ignored -> emit());
    }

    /** Ends the stream, from any thread; its client connects again. */
    void end() {
        ended = true;
        context.runOnContext(ignored -> complete());
    }

    /** Tells the client how its session ended, and ends the stream, from any thread. */
    void end(Revocation revocation) {
        why = revocation.why();
        end();
    }

    boolean isSilentFor(Duration duration) {
        return !lastSentAt.plus(duration).isAfter(clock.instant());
    }

    boolean isOlderThan(Duration age) {
        return openedAt.plus(age).isBefore(clock.instant());
    }

    boolean isEndedBy(Revocation revocation) {
        return switch (revocation.kind()) {
            case SESSION -> caller.sessionId().equals(revocation.sessionId());
            case ACCOUNT -> {
                Instant notBefore = revocation.notBefore();
                yield caller.accountId().equals(revocation.accountId())
                        && notBefore != null
                        && caller.sessionStartedAt().isBefore(notBefore);
            }
            case HEARTBEAT -> false;
        };
    }

    private void receiveSignals(MultiEmitter<? super Signal> emitter) {
        signals = emitter;
        if (ended) {
            complete();
        } else {
            emitter.emit(Signal.READ);
        }
    }

    private void emit() {
        MultiEmitter<? super Signal> emitter = signals;
        if (emitter != null) {
            emitter.emit(Signal.READ);
        }
    }

    private void complete() {
        MultiEmitter<? super Signal> emitter = signals;
        if (emitter != null) {
            if (why != null) {
                emitter.emit(Signal.END);
            }
            emitter.complete();
        }
    }

    private Multi<Message> read(Duration heartbeat) {
        return Uni.createFrom()
                .deferred(() -> notifications.after(caller.accountId(), position, PAGE))
                .onItem()
                .transformToMulti(changes -> changes.isEmpty() ? heartbeat(heartbeat) : changed(changes));
    }

    private Multi<Message> changed(List<InAppNotifications.Change> changes) {
        return Multi.createFrom()
                .iterable(changes)
                .invoke(this::advance)
                .<Message>map(Message.Changed::new)
                .onCompletion()
                .invoke(() -> readOnAfter(changes.size()));
    }

    private void readOnAfter(int found) {
        if (found == PAGE) {
            emit();
        }
    }

    private Multi<Message> heartbeat(Duration interval) {
        if (!isSilentFor(interval)) {
            return Multi.createFrom().empty();
        }
        lastSentAt = clock.instant();
        return Multi.createFrom().item(new Message.Heartbeat());
    }

    private void advance(InAppNotifications.Change change) {
        position = change.position();
        lastSentAt = clock.instant();
    }

    /** What is sent on a stream. */
    sealed interface Message {
        /** The stream begins after this position. */
        record Opened(long position) implements Message {}

        /** A notification is new or updated. */
        record Changed(InAppNotifications.Change change) implements Message {}

        /** The session of the client is over. */
        record Ended(String why) implements Message {}

        /** Nothing happened for a while. */
        record Heartbeat() implements Message {}
    }

    private enum Signal {
        READ,
        END
    }
}
