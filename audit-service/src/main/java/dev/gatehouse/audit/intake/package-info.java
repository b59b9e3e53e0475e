/**
 * Hearing the events: from {@code gatehouse.security-events} into the log, in batches.
 *
 * <p>A batch is one transaction: the events that are new are appended to the log and to the index, and the offset
 * follows the commit. What is delivered again is recognised by its id. When the data of a batch is refused, its events
 * are taken one by one, so that only the culprit goes to the dead letters, with the reason and its own headers; its
 * neighbours are neither lost nor doubled. A dead letter may be doubled by a crash, an event never. What is too large
 * to be put aside whole is named there by where it stands.
 *
 * <p>Trouble with the database is waited for as long as it takes: anything that is not clearly about the data of an
 * event is such trouble, because an event that was put aside is missing from the log.
 *
 * <p>A type that this version does not know is an event like any other.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.audit.intake;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
