/**
 * Intake: from the topic {@code gatehouse.security-events} into the log, in batches.
 *
 * <p>Flow: the consumer of the chassis hands a batch to {@link dev.gatehouse.audit.intake.KafkaEvents}, which appends
 * it to log and index in one transaction with its position on the topic.
 *
 * <p>Invariants: a repeated event is recognised by its id. When the database refuses the data of a batch, the batch is
 * divided until only the refused event becomes a dead letter. A crash may duplicate a dead letter, never an event. Any
 * other failure is waited for without a limit, because an event in the dead letters is missing from the log.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.audit.intake;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
