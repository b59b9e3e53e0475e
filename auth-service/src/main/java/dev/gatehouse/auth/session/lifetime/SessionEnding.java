package dev.gatehouse.auth.session.lifetime;

import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.messaging.outbox.EventFactory;
import dev.gatehouse.chassis.messaging.outbox.Messages;
import dev.gatehouse.chassis.messaging.outbox.Outbox;
import dev.gatehouse.chassis.messaging.outbox.OutboxMessage;
import dev.gatehouse.contracts.event.SessionEnd;
import dev.gatehouse.contracts.event.SessionEnded;
import dev.gatehouse.contracts.state.Revocation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Ends sessions whose rows are held, and tells it: the row, the event and the revocation commit together. */
@ApplicationScoped
class SessionEnding {
    private final Outbox outbox;
    private final Messages messages;
    private final EventFactory events;
    private final InstantSource clock;

    SessionEnding(Outbox outbox, Messages messages, EventFactory events, InstantSource clock) {
        this.outbox = outbox;
        this.messages = messages;
        this.events = events;
        this.clock = clock;
    }

    /** Ends each of them, with a revocation of its own. */
    Uni<Integer> each(List<SessionRow> open, Function<SessionRow, SessionEnd> why, Origin by) {
        Stream<OutboxMessage> news = open.stream()
                .flatMap(row -> Stream.of(end(row, why.apply(row), by), revocation(Revocation.ofSession(row.id))));
        return tell(news).replaceWith(open.size());
    }

    /**
     * Ends all that an account has, with one revocation, which also reaches a session that is being opened elsewhere.
     */
    Uni<Integer> whole(UUID accountId, List<SessionRow> open, SessionEnd why, Origin by) {
        Instant now = clock.instant();
        Stream<OutboxMessage> ended = open.stream().map(row -> end(row, why, by));
        return tell(Stream.concat(ended, Stream.of(revocation(Revocation.ofAccount(accountId, now)))))
                .replaceWith(open.size());
    }

    private Uni<Void> tell(Stream<OutboxMessage> news) {
        OutboxMessage[] all = news.toArray(OutboxMessage[]::new);
        return all.length == 0 ? Uni.createFrom().voidItem() : outbox.add(all);
    }

    private OutboxMessage end(SessionRow row, SessionEnd why, Origin by) {
        row.end(why, clock.instant());
        return messages.event(
                by.stamp(events.of(new SessionEnded(why))).about(row.accountId).within(row.id));
    }

    private OutboxMessage revocation(Revocation revocation) {
        return messages.revocation(revocation);
    }
}
