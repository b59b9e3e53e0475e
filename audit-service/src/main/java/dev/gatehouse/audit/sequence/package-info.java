/**
 * Detects lost events: every service numbers its events without gaps, so a missing number is a lost event.
 *
 * <p>Flow: {@link dev.gatehouse.audit.sequence.SequenceJob} checks each service,
 * {@link dev.gatehouse.audit.sequence.SequenceCheck} closes gaps whose events have arrived and records new ones,
 * {@link dev.gatehouse.audit.sequence.GapPolicy} decides which numbers count as missing.
 *
 * <p>Owns the tables {@code producer} (how far a service was checked) and {@code sequence_gap}. Events of one service
 * travel in several partitions, so a number is missing only when a higher one arrived some time ago. A gap is logged
 * once and counted in the metric {@code gatehouse_audit_sequence_gaps} while it is open. Numbers begin with 1.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.audit.sequence;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
