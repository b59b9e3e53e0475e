package dev.gatehouse.notification.notification;

import dev.gatehouse.notification.template.NotificationKind;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A notification in the app; title and text are plain text in the language of the account. */
@Schema(name = "Notification")
public record NotificationResponse(
        UUID id,

        @Schema(description = "What it is about", examples = "login")
        NotificationKind kind,

        Instant createdAt,

        @Schema(description = "Null while it is unread") @Nullable
        Instant readAt,

        @Schema(examples = "New sign-in") String title,

        @Schema(examples = "Somebody signed in to your account from 203.0.113.7.")
        String text,

        @Schema(description = "Where from; null where that says nothing", examples = "203.0.113.7") @Nullable
        String ip,

        @Schema(description = "Forward-confirmed host name, null when there is none", examples = "host7.example.net")
        @Nullable
        String hostname,

        @Schema(description = "The event that caused it; the first one when it counts up")
        UUID eventId) {}
