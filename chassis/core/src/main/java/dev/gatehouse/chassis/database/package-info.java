/**
 * Transactions, and what their failures mean.
 *
 * <p>{@link dev.gatehouse.chassis.database.Transactions} is the one way to open a transaction, over a session or over a
 * connection; it repeats what a deadlock undid and sends {@link dev.gatehouse.chassis.database.CommitSignal} after each
 * commit. {@link dev.gatehouse.chassis.database.DatabaseFailure} is the one classification of failures: contention,
 * outage, or wrong data. When the service stops, work that has begun is finished first.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.database;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
