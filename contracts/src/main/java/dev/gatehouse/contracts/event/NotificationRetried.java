package dev.gatehouse.contracts.event;

import java.util.UUID;

/** {@code notification.retried}: An administrator had a notice handed over once more. */
public record NotificationRetried(UUID notificationId, String kind, String channel) implements EventData {}
