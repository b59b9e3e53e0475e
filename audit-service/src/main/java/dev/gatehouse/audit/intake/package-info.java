/**
 * Intake: from the topic {@code gatehouse.security-events} into the log, in batches.
 *
 * <p>Flow: {@link dev.gatehouse.audit.intake.KafkaEvents} reads a batch, {@link dev.gatehouse.audit.intake.Intake}
 * decides where each record goes, {@link dev.gatehouse.audit.intake.LogWriter} appends in one transaction, and
 * {@link dev.gatehouse.audit.intake.KafkaDeadLetters} takes what can never be appended.
 *
 * <p>Invariants: the offset follows the commit. A redelivered event is recognised by its id. When the database refuses
 * the data of a batch, its events are written one by one, so that only the refused one becomes a dead letter. A crash
 * may duplicate a dead letter, never an event. Any other failure of the database is retried without a limit, because an
 * event in the dead letters is missing from the log.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.audit.intake;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
