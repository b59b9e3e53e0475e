package dev.gatehouse.audit.log;

import java.time.Instant;

/** A producer's number that is in the log, and since when. */
public record ReceivedSequence(long sequence, Instant receivedAt) {}
