package dev.gatehouse.notification.delivery;

import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.contracts.event.EventData;
import dev.gatehouse.contracts.event.NotificationDelivered;
import dev.gatehouse.contracts.event.NotificationFailed;
import dev.gatehouse.contracts.event.NotificationRetried;
import dev.gatehouse.contracts.event.SecurityEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The events of this room; within the transaction that changes the row. */
@ApplicationScoped
class DeliveryTrail {
    private final Events events;

    DeliveryTrail(Events events) {
        this.events = events;
    }

    Uni<Void> delivered(Claim claim) {
        return events.publish(event(
                claim,
                new NotificationDelivered(claim.notificationId(), claim.kind().toString(), DeliveryItem.EMAIL)));
    }

    Uni<Void> failed(Claim claim, String reason) {
        return events.publish(event(
                        claim,
                        new NotificationFailed(
                                claim.notificationId(), claim.kind().toString(), DeliveryItem.EMAIL))
                .failed(reason));
    }

    Uni<Void> retried(DeliveryRow row, Origin origin) {
        NotificationRetried retried =
                new NotificationRetried(row.notificationId, row.kind.toString(), DeliveryItem.EMAIL);
        return events.publish(events.event(retried, origin).about(row.accountId));
    }

    private <D extends EventData> SecurityEvent<D> event(Claim claim, D data) {
        return events.event(data, Origin.SYSTEM).about(claim.accountId());
    }
}
