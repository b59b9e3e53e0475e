/**
 * Copies of compacted topics: one row per key in a table of the service.
 *
 * <p>{@link dev.gatehouse.chassis.messaging.replica.Replica} takes in the states. The version of the row is the guard
 * against repetitions and late states, so no receipts are kept. The end of an entity is a state too: the row stays with
 * the version of the end and without the data, so that a late state cannot bring the entity back, and a state with a
 * greater version can.
 *
 * <p>A service implements {@link dev.gatehouse.chassis.messaging.replica.ReplicaTable}: which entity, which key, and
 * what else happens in the same transaction. The entity is a
 * {@link dev.gatehouse.chassis.messaging.replica.ReplicaRow}, which takes over a state.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.messaging.replica;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
