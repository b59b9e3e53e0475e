package dev.gatehouse.notification.delivery;

import dev.gatehouse.chassis.mail.queue.MailState;
import dev.gatehouse.chassis.mail.queue.QueuedMail;
import dev.gatehouse.notification.template.NotificationKind;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A mail of a notification, as an administrator sees it. */
@Schema(name = "Delivery")
record DeliveryResponse(
        UUID id,
        UUID notificationId,
        UUID accountId,
        NotificationKind kind,

        @Schema(description = "The channel", examples = EMAIL)
        String channel,

        @Schema(description = "The address that it went to; null until it was sent", examples = "ada@helpdesk.example")
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

    static DeliveryResponse of(QueuedMail mail) {
        return new DeliveryResponse(
                mail.id(),
                mail.subjectId(),
                Objects.requireNonNull(mail.accountId()),
                NotificationKind.named(mail.kind()).orElseThrow(),
                EMAIL,
                mail.recipient(),
                DeliveryState.of(mail.state()),
                mail.createdAt(),
                mail.attempts(),
                mail.nextAttemptAt(),
                mail.state() == MailState.SENT ? mail.endedAt() : null,
                mail.lastError());
    }
}
