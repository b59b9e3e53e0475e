package dev.gatehouse.audit.log;

import java.time.Instant;

/**
 * An event with its place in the log.
 *
 * @param index 0-based, in order of arrival, without gaps
 * @param receivedAt time of arrival, by the clock of the database; never before that of a lower index
 */
public record LogEntry(long index, Instant receivedAt, AuditEvent event) {}
