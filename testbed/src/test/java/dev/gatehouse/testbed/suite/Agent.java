package dev.gatehouse.testbed.suite;

import java.util.Map;

/** An agent that a test made for itself. */
public record Agent(String id, String email, String password) {
    /** What the sign-in form sends. */
    public Map<String, Object> credentials() {
        return Map.of("email", email, "password", password, "rememberMe", false, "transport", "body");
    }
}
