package dev.gatehouse.chassis.messaging.inbox;

import java.util.UUID;

/** That a consumer has received an event. */
record Receipt(String consumer, UUID eventId) {}
