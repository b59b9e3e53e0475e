package dev.gatehouse.auth.login.challenge;

import dev.gatehouse.auth.token.SessionClient;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.contracts.event.Actor;
import dev.gatehouse.contracts.identity.Audience;
import java.util.UUID;

/** The client that a challenge is bound to: its API, its place and its user agent. */
public record ChallengeClient(Audience audience, SessionClient client) {
    /** This client as the origin of what the owner of the account does there without a session. */
    Origin origin(UUID accountId) {
        return client.origin(audience == Audience.USER ? Actor.user(accountId) : Actor.agent(accountId));
    }
}
