package dev.gatehouse.notification.delivery;

import dev.gatehouse.notification.template.NoticeKind;
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
        UUID noticeId,
        UUID accountId,
        NoticeKind kind,
        Instant dueAt,
        @Nullable String awaitedIp) {}
