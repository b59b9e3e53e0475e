/**
 * The log itself: events as they were published, numbered in order of arrival, append-only.
 *
 * <p>Owns the tables {@code log_head} and {@code log_entry}. The head row is locked for the length of an append, so
 * there is one sequencer at a time, however many replicas run: indexes have no gaps because they are given and used in
 * the same transaction, and arrival times never run backwards. Whether an event is known is asked under that lock.
 *
 * <p>What is stored is {@link dev.gatehouse.audit.log.AuditEvent#json}, the whole event as canonical JSON: sorted keys,
 * no white space, unknown fields and unknown types included. The runtime user may INSERT and SELECT here, nothing else.
 *
 * <p>Does not search: that is an index of its own, apart from the log, where what is personal can be dropped one day.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.audit.log;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
