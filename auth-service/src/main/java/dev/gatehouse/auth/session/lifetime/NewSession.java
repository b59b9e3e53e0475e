package dev.gatehouse.auth.session.lifetime;

import dev.gatehouse.auth.token.SessionClient;
import java.util.List;

/**
 * What a session is opened with.
 *
 * @param account as it was when its sign-in was granted
 * @param methods how the person proved who they are (RFC 8176)
 * @param rememberMe the wish; the settings decide whether it is granted
 */
public record NewSession(SessionAccount account, SessionClient client, List<String> methods, boolean rememberMe) {
    /** Copies. */
    public NewSession {
        methods = List.copyOf(methods);
    }
}
