package dev.gatehouse.iptrust.mailing;

import java.time.Instant;
import java.util.UUID;

/**
 * A mail that is owed.
 *
 * @param kind of the {@link MailSource} that writes it
 * @param subjectId what it is about, in the words of that room
 * @param notAfter from then on it would be of no use to its reader
 */
public record MailOrder(String kind, UUID subjectId, Instant notAfter) {}
