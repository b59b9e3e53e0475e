package dev.gatehouse.auth.login.challenge;

import dev.gatehouse.auth.token.SessionClient;
import dev.gatehouse.contracts.identity.Audience;

/** The client that a challenge is bound to: its API, its place and its user agent. */
public record ChallengeClient(Audience audience, SessionClient client) {}
