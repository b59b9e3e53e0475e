/**
 * The log: events as they were published, numbered in order of arrival, append-only.
 *
 * <p>{@link dev.gatehouse.audit.log.AuditLog} is the entry point. It owns the tables {@code log_head} and
 * {@code log_entry}. The head row is locked during an append, so there is one sequencer at a time, however many
 * replicas run: indexes have no gaps, arrival times never decrease, and whether an event is known is asked under that
 * lock.
 *
 * <p>The stored text is {@link dev.gatehouse.audit.log.AuditEvent#json}, the whole event as canonical JSON, with
 * unknown fields and types. The runtime user may INSERT and SELECT here, nothing else. Searching is done by a separate
 * index, from which personal data can be deleted.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.audit.log;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
