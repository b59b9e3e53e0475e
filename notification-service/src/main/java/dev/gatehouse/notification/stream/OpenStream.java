package dev.gatehouse.notification.stream;

import dev.gatehouse.chassis.security.caller.Caller;
import dev.gatehouse.contracts.state.Revocation;
import dev.gatehouse.notification.notification.NotificationChange;
import dev.gatehouse.notification.notification.NotificationFeed;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vertx.core.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One client that listens.
 *
 * <p>A ring leads to one look into the database, never two at once; rings meanwhile become one. Everything runs on the
 * context of the client's request, so its fields need no lock but what other threads touch.
 */
final class OpenStream {
    private static final int PAGE = 100;

    private final Caller caller;
    private final NotificationFeed feed;
    private final InstantSource clock;
    private final Context context;
    private final Instant openedAt;
    private volatile @Nullable MultiEmitter<? super Ring> rings;
    private volatile long position;
    private volatile Instant lastSentAt;
    private volatile boolean ended;

    OpenStream(Caller caller, NotificationFeed feed, InstantSource clock, Context context) {
        this.caller = caller;
        this.feed = feed;
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

    /** What the client gets, from this position on, until {@link #end}. */
    Multi<Frame> frames(long start, Duration heartbeat) {
        position = start;
        Multi<Frame> opened = Multi.createFrom().item(new Frame.Opened(start));
        Multi<Frame> news = Multi.createFrom()
                .<Ring>emitter(this::listen, BackPressureStrategy.LATEST)
                .onItem()
                .transformToMultiAndConcatenate(ring -> look(heartbeat));
        return Multi.createBy().concatenating().streams(opened, news);
    }

    /** Something may have happened. */
    void ring() {
        context.runOnContext(ignored -> emit());
    }

    /** Nothing more is sent. */
    void end() {
        ended = true;
        context.runOnContext(ignored -> complete());
    }

    boolean isSilentSince(Duration age) {
        return !lastSentAt.plus(age).isAfter(clock.instant());
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

    private void listen(MultiEmitter<? super Ring> emitter) {
        rings = emitter;
        if (ended) {
            emitter.complete();
        } else {
            emitter.emit(Ring.RING);
        }
    }

    private void emit() {
        MultiEmitter<? super Ring> emitter = rings;
        if (emitter != null) {
            emitter.emit(Ring.RING);
        }
    }

    private void complete() {
        MultiEmitter<? super Ring> emitter = rings;
        if (emitter != null) {
            emitter.complete();
        }
    }

    private Multi<Frame> look(Duration heartbeat) {
        return Uni.createFrom()
                .deferred(() -> feed.after(caller.accountId(), position, PAGE))
                .onItem()
                .transformToMulti(notifications -> notifications.isEmpty() ? silence(heartbeat) : told(notifications));
    }

    private Multi<Frame> told(List<NotificationChange> notifications) {
        return Multi.createFrom()
                .iterable(notifications)
                .invoke(this::passed)
                .<Frame>map(Frame.Told::new)
                .onCompletion()
                .invoke(() -> lookAgain(notifications.size()));
    }

    private void lookAgain(int found) {
        if (found == PAGE) {
            emit();
        }
    }

    private Multi<Frame> silence(Duration heartbeat) {
        if (!isSilentSince(heartbeat)) {
            return Multi.createFrom().empty();
        }
        lastSentAt = clock.instant();
        return Multi.createFrom().item(new Frame.Silence());
    }

    private void passed(NotificationChange notification) {
        position = notification.position();
        lastSentAt = clock.instant();
    }

    private enum Ring {
        RING
    }
}
