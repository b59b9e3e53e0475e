package dev.gatehouse.contracts.event;

/**
 * {@code audit.searched}: Somebody read the audit log.
 *
 * @param filters the names of the filters used with their values, in canonical form
 */
public record AuditSearched(String filters, int results) implements EventData {}
