package dev.gatehouse.notification.account;

import io.smallrye.mutiny.Uni;

/** Called when the state of an agent has arrived; every bean of this type, in the transaction that stores the state. */
public interface AgentListener {
    /** The first state of this agent, or a newer one. */
    Uni<Void> agentChanged(Recipient agent);
}
