package dev.gatehouse.contracts.state;

import dev.gatehouse.contracts.topic.Topic;

/** The newest value of an entity, as published on a compacted topic. */
public sealed interface State permits AccountState, TrustedAddressState, IpTrustState, AddressState {
    /** Grows with every change of the entity; a consumer ignores what is not newer than what it has. */
    long version();

    /**
     * Whether the entity has ended. The ended state stays on the topic, so that a consumer that was away for any time
     * still receives it. Only a state with a greater version replaces it.
     */
    boolean hasEnded();

    /** The topic that the states of this type are published on. */
    Topic topic();

    /** The key on the topic: one entity, one key. */
    String key();

    /** The CloudEvents type. */
    String type();
}
