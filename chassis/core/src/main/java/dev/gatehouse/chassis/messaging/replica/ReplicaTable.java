package dev.gatehouse.chassis.messaging.replica;

import dev.gatehouse.contracts.state.State;
import dev.gatehouse.contracts.topic.Topic;
import io.smallrye.mutiny.Uni;
import java.util.Map;

/**
 * A copy of the states of one type in a table of this service; beans of this type are filled by {@link Replica}.
 *
 * @param <S> the state
 * @param <R> the entity of the table
 */
public interface ReplicaTable<S extends State, R extends ReplicaRow<S>> {
    /** The topic of the states. */
    Topic topic();

    /** The states that are copied. */
    Class<S> stateType();

    /** The entity, which names its table. */
    Class<R> rowType();

    /** The columns of the primary key with their values. */
    Map<String, Object> key(S state);

    /** The id of the entity; to be overridden where the key has more than one column. */
    default Object id(S state) {
        return key(state).values().iterator().next();
    }

    /** Called before a newer state is written over the row, in the same transaction. */
    default void replacing(R row, S state) {}

    /** Called after a newer state was written, in the same transaction. */
    default Uni<Void> written(S state, R row) {
        return Uni.createFrom().voidItem();
    }

    /** Called after the commit, also for a repetition; MUST return at once. */
    default void committed(S state) {}
}
