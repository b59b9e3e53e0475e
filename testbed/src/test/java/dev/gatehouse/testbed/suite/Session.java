package dev.gatehouse.testbed.suite;

import com.fasterxml.jackson.databind.JsonNode;

/** A session with its tokens, as a client is handed it at sign-in and at every refresh. */
public record Session(Visitor client, String id, String accessToken, String refreshToken, JsonNode json) {
    /** What was answered to this client; the refresh token is empty text when it came by cookie. */
    public static Session of(Visitor client, Answer answer) {
        return of(client, answer.json());
    }

    /** The same from what was answered. */
    public static Session of(Visitor client, JsonNode json) {
        return new Session(
                client,
                json.at("/session/id").asText(),
                json.get("accessToken").asText(),
                json.path("refreshToken").asText(),
                json);
    }

    /** The client with the access token. */
    public Visitor visitor() {
        return client.bearing(accessToken);
    }
}
