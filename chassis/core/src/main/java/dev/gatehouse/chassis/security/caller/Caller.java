package dev.gatehouse.chassis.security.caller;

import dev.gatehouse.contracts.event.Actor;
import dev.gatehouse.contracts.identity.AccountKind;
import java.time.Instant;
import java.util.UUID;

/**
 * Who makes a request, as proven by an access token.
 *
 * @param sessionStartedAt what account-wide revocation compares with
 * @param authenticatedAt when the person last proved who they are; what step-up looks at
 */
public record Caller(
        UUID accountId,
        AccountKind kind,
        boolean admin,
        UUID sessionId,
        Instant sessionStartedAt,
        Instant authenticatedAt) {
    /** The caller as the actor of an event. */
    public Actor actor() {
        return switch (kind) {
            case AGENT -> Actor.agent(accountId);
            case USER -> Actor.user(accountId);
        };
    }
}
