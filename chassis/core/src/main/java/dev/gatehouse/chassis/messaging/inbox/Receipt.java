package dev.gatehouse.chassis.messaging.inbox;

import java.util.UUID;

/** A consumer has received an event. */
record Receipt(String consumer, UUID eventId) {}
