package dev.gatehouse.auth.login.limit;

import dev.gatehouse.auth.login.limit.LoginLimits.Reading;
import dev.gatehouse.auth.login.limit.LoginLimits.Subject;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.contracts.event.Actor;
import dev.gatehouse.contracts.event.IncidentSuppressed;
import dev.gatehouse.contracts.event.LoginLimit;
import dev.gatehouse.contracts.event.LoginThrottled;
import dev.gatehouse.contracts.event.SecurityEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sums up the logins that this replica throttled, so that an attack makes one event a minute for each source, and no
 * statement for each guess. What was not published yet is lost when the process ends.
 */
@ApplicationScoped
class ThrottledLogins {
    private static final int MOST_SUMS = 1_000;

    private final Transactions transactions;
    private final Events events;
    private final MeterRegistry meters;
    private final InstantSource clock;
    private final Map<UUID, Sum> sums = new HashMap<>();
    private long others;

    ThrottledLogins(Transactions transactions, Events events, MeterRegistry meters, InstantSource clock) {
        this.transactions = transactions;
        this.events = events;
        this.meters = meters;
        this.clock = clock;
    }

    /** Counts one. */
    void note(Reading attempt, Subject subject, LimitKeys.Key by) {
        Counter.builder("gatehouse.logins.throttled")
                .description("Logins rejected by a limit, without a look at the password")
                .tag("audience", attempt.audience.toString())
                .tag("limit", by.limit().toString())
                .register(meters)
                .increment();
        add(attempt, subject, by);
    }

    /** Publishes and forgets the sums. */
    Uni<Void> publish() {
        List<SecurityEvent<?>> due = take();
        return due.isEmpty()
                ? Uni.createFrom().voidItem()
                : transactions.runSql(tx -> events.publish(tx, due.toArray(SecurityEvent<?>[]::new)));
    }

    private synchronized void add(Reading attempt, Subject subject, LimitKeys.Key by) {
        Sum sum = sums.get(by.id());
        if (sum == null && sums.size() >= MOST_SUMS) {
            others++;
            return;
        }
        UUID accountId = by.limit() == LoginLimit.NETWORK ? null : subject.accountId();
        sums.put(
                by.id(),
                sum == null ? new Sum(attempt, by, accountId, clock.instant(), 1) : sum.oneMore(attempt, accountId));
    }

    private synchronized List<SecurityEvent<?>> take() {
        List<SecurityEvent<?>> due = new ArrayList<>();
        sums.values().forEach(sum -> due.add(event(sum)));
        if (others > 0) {
            due.add(events.event(new IncidentSuppressed(others), Origin.SYSTEM));
        }
        sums.clear();
        others = 0;
        return due;
    }

    private SecurityEvent<LoginThrottled> event(Sum sum) {
        LoginThrottled data =
                new LoginThrottled(sum.attempt.audience, sum.by.limit(), sum.attempts, sum.since, sum.by.network());
        return events.event(data, sum.attempt.client.origin(Actor.ANONYMOUS))
                .about(sum.accountId)
                .failed("throttled");
    }

    /**
     * The logins that one counter throttled.
     *
     * @param attempt the last one
     */
    private record Sum(
            Reading attempt, LimitKeys.Key by, @Nullable UUID accountId, Instant since, long attempts) {
        Sum oneMore(Reading last, @Nullable UUID account) {
            return new Sum(last, by, account, since, attempts + 1);
        }
    }
}
