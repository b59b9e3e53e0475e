/**
 * Seeing what never arrived: every service numbers its events without gaps, so a number that is missing is a lost
 * event.
 *
 * <p>Owns the tables {@code producer} (up to which number a service was checked) and {@code sequence_gap} (numbers that
 * are missing). Events of one service travel in several partitions, so a number is missing only when a higher one has
 * been here for a while. A gap is logged as a warning when it is noticed, counted in the metric
 * {@code gatehouse_audit_sequence_gaps} as long as it is open, and closed by the event arriving after all.
 *
 * <p>Numbers begin with 1: what is missing before the first event that ever arrived is a gap too.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.audit.sequence;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
