package dev.gatehouse.chassis.security.incident;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.runtime.log.Log;
import dev.gatehouse.contracts.event.Actor;
import dev.gatehouse.contracts.event.EventData;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;
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
    private final Transactions transactions;

    Incidents(Events events, Transactions transactions) {
        this.events = events;
        this.transactions = transactions;
    }

    /**
     * Returns at once; MUST be called within a request, whose trace the event carries.
     *
     * @param ip where it comes from, in canonical text
     */
    public void publish(EventData what, String reason, String ip, @Nullable String userAgent) {
        if (recent.asMap().putIfAbsent(new Seen(what.getClass(), ip), Boolean.TRUE) == null) {
            publishEach(what, reason, ip, userAgent);
        }
    }

    /**
     * Like {@link #publish}, but also what came from the same address a moment ago: for incidents that only a person
     * with a session can cause, who must not hide one behind another.
     */
    public void publishEach(EventData what, String reason, String ip, @Nullable String userAgent) {
        Supplier<Uni<Void>> publication =
                events.prepare(events.event(what, ANONYMOUS).failed(reason).from(ip, userAgent));
        // On a thread without a session: the request may have one open, and one session is one lane.
        Uni.createFrom()
                .deferred(() -> transactions.run(publication))
                .runSubscriptionOn(Infrastructure.getDefaultExecutor())
                .subscribe()
                .with(
                        done -> LOG.with("eventType", what.getClass())
                                .with("reason", reason)
                                .debug("Incident published"),
                        failure -> LOG.with("eventType", what.getClass())
                                .with("cause", failure)
                                .warn("Incident not published"));
    }

    private record Seen(Class<?> type, String ip) {}
}
