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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
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

    /** Publishes and forgets the sums; where that fails, they are summed up further. */
    Uni<Void> publish() {
        Due due = take();
        return due.isEmpty()
                ? Uni.createFrom().voidItem()
                : transactions
                        .runSql(tx -> events.publish(tx, events(due)))
                        .onFailure()
                        .invoke(() -> giveBack(due));
    }

    private void add(Reading attempt, Subject subject, LimitKeys.Key by) {
        UUID accountId = by.limit() == LoginLimit.NETWORK ? null : subject.accountId();
        add(new Sum(attempt, by, accountId, clock.instant(), 1));
    }

    private synchronized void add(Sum more) {
        if (sums.size() >= MOST_SUMS && !sums.containsKey(more.by.id())) {
            others += more.attempts;
        } else {
            sums.merge(more.by.id(), more, Sum::and);
        }
    }

    private synchronized Due take() {
        Due due = new Due(List.copyOf(sums.values()), others);
        sums.clear();
        others = 0;
        return due;
    }

    private synchronized void giveBack(Due due) {
        due.sums.forEach(this::add);
        others += due.others;
    }

    private SecurityEvent<?>[] events(Due due) {
        Stream<SecurityEvent<?>> suppressed = due.others == 0
                ? Stream.empty()
                : Stream.of(events.event(new IncidentSuppressed(due.others), Origin.SYSTEM));
        return Stream.concat(due.sums.stream().map(this::event), suppressed).toArray(SecurityEvent<?>[]::new);
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
        Sum and(Sum more) {
            boolean isLater = more.since.isAfter(since);
            Sum last = isLater ? more : this;
            return new Sum(last.attempt, by, last.accountId, isLater ? since : more.since, attempts + more.attempts);
        }
    }

    /** What is to be published. */
    private record Due(List<Sum> sums, long others) {
        boolean isEmpty() {
            return sums.isEmpty() && others == 0;
        }
    }
}
