package dev.gatehouse.testbed.suite;

import java.util.Map;

/** An end user that a test made for itself. */
public record EndUser(String id, String email, String password) {
    /** What the login form sends. */
    public Map<String, Object> credentials() {
        return LoginForm.filled(email, password);
    }
}
