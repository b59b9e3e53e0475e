/**
 * Transactions, the shutdown of database work, and the classification of failures.
 *
 * <ul>
 *   <li>{@link dev.gatehouse.chassis.database.Transactions} opens every transaction and session, and runs a transaction
 *       again that was the victim of a deadlock. After a commit that asked for it
 *       {@link dev.gatehouse.chassis.database.CommitSignal} calls its listeners; the outbox relay is one.
 *   <li>{@link dev.gatehouse.chassis.database.SessionSql} runs plain statements in the transaction of a session.
 *   <li>{@code OpenWork} counts the work in progress. When the service stops, work in progress may finish and new work
 *       does not begin.
 *   <li>{@link dev.gatehouse.chassis.database.DatabaseFailure} is the only classifier: retry at once (contention),
 *       retry later (unavailable), duplicate key, or final; and what a consumer does after a failure
 *       ({@link dev.gatehouse.chassis.database.DatabaseFailure.Kind}).
 *   <li>{@link dev.gatehouse.chassis.database.UtcTimes} and {@link dev.gatehouse.chassis.database.UuidBytes} convert
 *       values for columns.
 * </ul>
 *
 * <p>Connections are made in {@link dev.gatehouse.chassis.database.connection}.
 *
 * <p>Owns no table.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.database;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
