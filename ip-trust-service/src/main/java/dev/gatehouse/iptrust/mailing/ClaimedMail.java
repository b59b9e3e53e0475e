package dev.gatehouse.iptrust.mailing;

import java.time.Instant;
import java.util.UUID;

/**
 * A mail that this replica may send now.
 *
 * @param attempt which attempt it is, from 1; also tells whether the claim is still held
 */
record ClaimedMail(UUID id, String kind, UUID subjectId, Instant notAfter, int attempt) {}
