package dev.gatehouse.contracts.event;

import java.util.UUID;

/** {@code notification.delivered}: A notice was handed over. */
public record NotificationDelivered(UUID notificationId, String kind, String channel) implements EventData {}
