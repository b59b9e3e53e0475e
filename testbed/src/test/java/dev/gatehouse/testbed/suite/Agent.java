package dev.gatehouse.testbed.suite;

import java.util.Map;

/** An agent that a test made for itself. */
public record Agent(String id, String email, String password) {
    /** What the login form sends. */
    public Map<String, Object> credentials() {
        return LoginForm.filled(email, password);
    }

    /** What the login form of a browser sends, which keeps the refresh token in a cookie. */
    public Map<String, Object> credentialsOfBrowser() {
        return LoginForm.filledByBrowser(email, password);
    }

    /** The same agent, typing this password. */
    public Agent typing(String otherPassword) {
        return new Agent(id, email, otherPassword);
    }
}
