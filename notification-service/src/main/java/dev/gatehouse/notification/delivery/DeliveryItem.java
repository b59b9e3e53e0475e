package dev.gatehouse.notification.delivery;

import dev.gatehouse.notification.template.NotificationKind;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A delivery as an administrator sees it. */
@Schema(name = "Delivery")
record DeliveryItem(
        UUID id,
        UUID notificationId,
        UUID accountId,
        NotificationKind kind,

        @Schema(description = "How it goes out", examples = EMAIL)
        String channel,

        @Schema(description = "The address that it went to; null until it went out", examples = "ada@helpdesk.example")
        @Nullable
        String recipient,

        DeliveryState state,
        Instant createdAt,

        @Schema(description = "How often it was tried", examples = "1")
        int attempts,

        @Schema(description = "When it is tried next; null when it is not") @Nullable
        Instant nextAttemptAt,

        @Schema(description = "When the mail server took it") @Nullable
        Instant sentAt,

        @Schema(description = "Why the last attempt failed; null when it did not", examples = "Connection refused")
        @Nullable
        String lastError) {
    /** The only channel. */
    static final String EMAIL = "email";

    static DeliveryItem of(DeliveryRow row) {
        return new DeliveryItem(
                row.id,
                row.notificationId,
                row.accountId,
                row.kind,
                EMAIL,
                row.recipient,
                row.state,
                row.createdAt,
                row.attempts,
                row.state == DeliveryState.PENDING ? row.dueAt : null,
                row.sentAt,
                row.lastError);
    }
}
