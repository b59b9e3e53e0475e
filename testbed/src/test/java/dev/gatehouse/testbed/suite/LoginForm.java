package dev.gatehouse.testbed.suite;

import java.util.Map;

/** What a login form sends, at either audience. */
final class LoginForm {
    private LoginForm() {}

    /** The refresh token shall come in the body. */
    static Map<String, Object> filled(String email, String password) {
        return filled(email, password, "body");
    }

    /** The refresh token shall come as a cookie. */
    static Map<String, Object> filledByBrowser(String email, String password) {
        return filled(email, password, "cookie");
    }

    private static Map<String, Object> filled(String email, String password, String transport) {
        return Map.of("email", email, "password", password, "rememberMe", false, "transport", transport);
    }
}
