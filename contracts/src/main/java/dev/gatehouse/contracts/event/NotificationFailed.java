package dev.gatehouse.contracts.event;

import java.util.UUID;

/** {@code notification.failed}: A notice was given up after its last attempt. */
public record NotificationFailed(UUID notificationId, String kind, String channel) implements EventData {}
