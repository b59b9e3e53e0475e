package dev.gatehouse.notification.delivery;

import dev.gatehouse.notification.template.NotificationKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail to be owed.
 *
 * @param dueAt not before then
 * @param awaitedIp sooner when the look-up of this address ends
 */
public record MailOrder(
        UUID notificationId,
        UUID accountId,
        NotificationKind kind,
        Instant dueAt,
        @Nullable String awaitedIp) {}
