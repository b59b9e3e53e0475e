package dev.gatehouse.auth.identity.account;

import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.messaging.event.StateVersion;
import dev.gatehouse.contracts.event.EventData;
import dev.gatehouse.contracts.event.SecurityEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells others what became of an account, in the transaction that changes it. */
@ApplicationScoped
class AccountJournal {
    private final Events events;
    private final InstantSource clock;

    AccountJournal(Events events, InstantSource clock) {
        this.events = events;
        this.clock = clock;
    }

    /** Gives the row its next version and publishes it with what happened. */
    Uni<Void> changed(AccountRow row, Origin origin, List<? extends EventData> happened) {
        row.version = StateVersion.next(row.version, clock.instant());
        return events.publishState(row.state()).chain(() -> publish(row.id, origin, happened));
    }

    /** Tells of something that was tried and refused. */
    Uni<Void> refused(@Nullable UUID accountId, Origin origin, EventData wished, AccountOutcome.Refusal why) {
        return events.publish(events.event(wished, origin).about(accountId).failed(why.code()));
    }

    private Uni<Void> publish(UUID accountId, Origin origin, List<? extends EventData> happened) {
        return events.publish(happened.stream()
                .map(data -> events.event((EventData) data, origin).about(accountId))
                .toArray(SecurityEvent<?>[]::new));
    }
}
