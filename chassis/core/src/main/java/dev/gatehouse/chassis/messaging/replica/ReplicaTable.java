package dev.gatehouse.chassis.messaging.replica;

import dev.gatehouse.contracts.state.State;
import io.smallrye.mutiny.Uni;
import java.util.SortedMap;

/**
 * The table of a copy: one row per key, with a column {@code version}. Every column except the key and the version MUST
 * be nullable or have a default, because the row is inserted before it is written.
 *
 * @param <S> the state
 * @param <R> the entity of the table
 */
public interface ReplicaTable<S extends State, R> {
    /** The states that are copied. */
    Class<S> stateType();

    /** The entity. */
    Class<R> rowType();

    /** The name of the table. */
    String table();

    /** The columns of the primary key with their values, in the form that the database takes. */
    SortedMap<String, Object> key(S state);

    /** The id of the entity. */
    Object id(S state);

    /** The version of the row. */
    long version(R row);

    /** Writes a newer state and its version into the row; of an ended one the version only. */
    void write(S state, R row);

    /** Called after each {@link #write}, in the same transaction. */
    default Uni<Void> written(S state, R row) {
        return Uni.createFrom().voidItem();
    }

    /** Called after the commit, also for a repetition; MUST return at once. */
    default void committed(S state) {}
}
