package dev.gatehouse.auth.identity.account;

import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.messaging.outbox.EventFactory;
import dev.gatehouse.chassis.messaging.outbox.Messages;
import dev.gatehouse.chassis.messaging.outbox.Outbox;
import dev.gatehouse.chassis.messaging.outbox.OutboxMessage;
import dev.gatehouse.contracts.event.EventData;
import dev.gatehouse.contracts.topic.Topic;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells others what became of an account, in the transaction that changes it. */
@ApplicationScoped
class AccountJournal {
    private final EventFactory events;
    private final Messages messages;
    private final Outbox outbox;

    AccountJournal(EventFactory events, Messages messages, Outbox outbox) {
        this.events = events;
        this.messages = messages;
        this.outbox = outbox;
    }

    /** Gives the row its next version and publishes it with what happened. */
    Uni<Void> changed(AccountRow row, Origin origin, List<? extends EventData> happened) {
        row.version++;
        return publish(messages.state(Topic.ACCOUNTS, row.state()), row.id, origin, happened);
    }

    /** Gives the row its last version and takes the account off the state topic. */
    Uni<Void> erased(AccountRow row, Origin origin, List<? extends EventData> happened) {
        row.version++;
        String key = row.state().key();
        return publish(
                messages.tombstone(Topic.ACCOUNTS, key, row.state().type(), row.version), row.id, origin, happened);
    }

    /** Tells of something that was tried and refused. */
    Uni<Void> refused(@Nullable UUID accountId, Origin origin, EventData wished, AccountOutcome.Refusal why) {
        return outbox.add(
                messages.event(origin.stamp(events.of(wished)).about(accountId).failed(why.code())));
    }

    private Uni<Void> publish(OutboxMessage state, UUID accountId, Origin origin, List<? extends EventData> happened) {
        Stream<OutboxMessage> news = happened.stream()
                .map(data ->
                        messages.event(origin.stamp(events.of((EventData) data)).about(accountId)));
        return outbox.addAll(Stream.concat(Stream.of(state), news).toList());
    }
}
