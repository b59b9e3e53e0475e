package dev.gatehouse.notification.delivery;

import dev.gatehouse.notification.template.NotificationKind;
import java.time.Instant;
import java.util.UUID;

/**
 * A mail that this replica may send until its lease ends.
 *
 * @param attempt counts from 1; a newer one takes this one's rights away
 */
public record Claim(
        UUID id,
        UUID notificationId,
        UUID accountId,
        NotificationKind kind,
        int attempt,
        Instant createdAt,
        Instant giveUpAt) {
    static Claim next(DeliveryRow row) {
        return new Claim(
                row.id, row.notificationId, row.accountId, row.kind, row.attempts + 1, row.createdAt, row.giveUpAt);
    }
}
