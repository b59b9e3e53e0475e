/**
 * Connections, transactions, the shutdown of database work, and the classification of failures.
 *
 * <ul>
 *   <li>{@link dev.gatehouse.chassis.database.DatabaseConnections} makes the pool. Every connection has the
 *       {@link dev.gatehouse.chassis.database.SessionDefaults}. One over which a statement gets no answer in time is
 *       closed; {@code CommandGuard} then fails all that was under way over it, in a Hibernate session as in plain SQL.
 *   <li>{@code DatabaseHealth} asks over a connection of its own whether the database answers.
 *   <li>{@link dev.gatehouse.chassis.database.Transactions} opens every transaction and session, and runs a transaction
 *       again that was the victim of a deadlock. After a commit that asked for it
 *       {@link dev.gatehouse.chassis.database.CommitSignal} calls its listeners; the outbox relay is one.
 *   <li>{@code OpenWork} counts the work in progress. When the service stops, work in progress may finish and new work
 *       does not begin.
 *   <li>{@link dev.gatehouse.chassis.database.DatabaseFailure} is the only classifier: retry at once (contention),
 *       retry later (unavailable), duplicate key, or final; and what a consumer does after a failure
 *       ({@link dev.gatehouse.chassis.database.DatabaseFailure.Kind}).
 *   <li>{@link dev.gatehouse.chassis.database.UtcTimes} and {@link dev.gatehouse.chassis.database.UuidBytes} convert
 *       values for columns.
 * </ul>
 *
 * <p>Owns no table.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.database;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
