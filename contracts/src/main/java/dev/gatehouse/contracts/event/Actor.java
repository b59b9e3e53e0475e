package dev.gatehouse.contracts.event;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who did it.
 *
 * @param id the account that acted; absent unless it is an agent or a user
 */
public record Actor(@Nullable UUID id, ActorKind kind) {
    /** A service by itself. */
    public static final Actor SYSTEM = new Actor(null, ActorKind.SYSTEM);
    /** Somebody unproven. */
    public static final Actor ANONYMOUS = new Actor(null, ActorKind.ANONYMOUS);

    /** The agent with this account. */
    public static Actor agent(UUID id) {
        return new Actor(id, ActorKind.AGENT);
    }

    /** The end user with this account. */
    public static Actor user(UUID id) {
        return new Actor(id, ActorKind.USER);
    }
}
