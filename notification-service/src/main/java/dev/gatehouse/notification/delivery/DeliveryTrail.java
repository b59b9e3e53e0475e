package dev.gatehouse.notification.delivery;

import dev.gatehouse.chassis.outbox.EventFactory;
import dev.gatehouse.chassis.outbox.Messages;
import dev.gatehouse.chassis.outbox.Outbox;
import dev.gatehouse.contracts.event.NotificationDelivered;
import dev.gatehouse.contracts.event.NotificationFailed;
import dev.gatehouse.contracts.event.NotificationRetried;
import dev.gatehouse.notification.origin.Origin;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The events of this room; within the transaction that changes the row. */
@ApplicationScoped
class DeliveryTrail {
    private final EventFactory events;
    private final Messages messages;
    private final Outbox outbox;

    DeliveryTrail(EventFactory events, Messages messages, Outbox outbox) {
        this.events = events;
        this.messages = messages;
        this.outbox = outbox;
    }

    Uni<Void> delivered(Claim claim) {
        NotificationDelivered delivered =
                new NotificationDelivered(claim.noticeId(), claim.kind().toString(), DeliveryItem.EMAIL);
        return outbox.add(messages.event(events.of(delivered).about(claim.accountId())));
    }

    Uni<Void> failed(Claim claim, String reason) {
        NotificationFailed failed =
                new NotificationFailed(claim.noticeId(), claim.kind().toString(), DeliveryItem.EMAIL);
        return outbox.add(
                messages.event(events.of(failed).about(claim.accountId()).failed(reason)));
    }

    Uni<Void> retried(DeliveryRow row, Origin origin) {
        NotificationRetried retried = new NotificationRetried(row.noticeId, row.kind.toString(), DeliveryItem.EMAIL);
        return outbox.add(messages.event(origin.stamp(events.of(retried).about(row.accountId))));
    }
}
