package dev.gatehouse.chassis.messaging.replica;

import dev.gatehouse.contracts.state.State;

/**
 * The entity of a copy: one row per key, with a column {@code version}. Every column except the key and the version
 * MUST be nullable or have a default, because the row is inserted before it is written.
 */
public interface ReplicaRow<S extends State> {
    /** The version of the state that was written last. */
    long version();

    /** Takes over a newer state and its version; of an ended one the version only. */
    void take(S state);
}
