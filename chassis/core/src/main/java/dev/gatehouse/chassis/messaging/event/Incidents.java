package dev.gatehouse.chassis.messaging.event;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.runtime.log.Log;
import dev.gatehouse.contracts.event.Actor;
import dev.gatehouse.contracts.event.EventData;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Publishes incidents. When more than ten thousand addresses cause some within a minute, the oldest are forgotten
 * early.
 */
@ApplicationScoped
public class Incidents {
    private static final Log LOG = Log.of(Incidents.class);
    private static final Duration ONCE_PER = Duration.ofMinutes(1);
    private static final Origin ANONYMOUS = new Origin(Actor.ANONYMOUS, null, null, null);
    private static final int MOST_REMEMBERED = 10_000;

    private final Cache<Seen, Boolean> recent = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(ONCE_PER)
            .build();
    private final Events events;
    private final Messages messages;
    private final Outbox outbox;
    private final Transactions transactions;

    Incidents(Events events, Messages messages, Outbox outbox, Transactions transactions) {
        this.events = events;
        this.messages = messages;
        this.outbox = outbox;
        this.transactions = transactions;
    }

    /**
     * Returns at once; MUST be called within a request, whose trace the event carries.
     *
     * @param ip where it comes from, in canonical text
     */
    public void publish(EventData what, String reason, String ip, @Nullable String userAgent) {
        if (recent.asMap().putIfAbsent(new Seen(what.getClass(), ip), Boolean.TRUE) == null) {
            OutboxMessage message =
                    messages.event(events.event(what, ANONYMOUS).failed(reason).from(ip, userAgent));
            // On a thread without a session: the request may have one open, and one session is one lane.
            Uni.createFrom()
                    .deferred(() -> transactions.run(() -> outbox.add(List.of(message))))
                    .runSubscriptionOn(Infrastructure.getDefaultExecutor())
                    .subscribe()
                    .with(
                            done -> LOG.with("type", what.getClass())
                                    .with("reason", reason)
                                    .debug("Incident published"),
                            failure -> LOG.with("type", what.getClass())
                                    .with("cause", failure)
                                    .warn("Incident not published"));
        }
    }

    private record Seen(Class<?> type, String ip) {}
}
