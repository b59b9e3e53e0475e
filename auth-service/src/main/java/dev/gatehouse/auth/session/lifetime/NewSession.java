package dev.gatehouse.auth.session.lifetime;

import dev.gatehouse.auth.token.SessionClient;
import java.util.List;

/**
 * The input for opening a session.
 *
 * @param account as it was when the login was granted
 * @param methods how the person authenticated (RFC 8176)
 * @param rememberMe as requested; the settings decide whether it is granted
 */
public record NewSession(SessionAccount account, SessionClient client, List<String> methods, boolean rememberMe) {
    /** Copies. */
    public NewSession {
        methods = List.copyOf(methods);
    }
}
