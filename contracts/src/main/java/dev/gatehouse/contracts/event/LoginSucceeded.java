package dev.gatehouse.contracts.event;

import dev.gatehouse.contracts.identity.Audience;
import java.util.List;

/**
 * {@code login.succeeded}: A login opened a session.
 *
 * @param methods how the person proved it, as in the token ({@code pwd}, {@code otp}, …)
 */
public record LoginSucceeded(Audience audience, List<String> methods) implements EventData {
    /** Copies. */
    public LoginSucceeded {
        methods = List.copyOf(methods);
    }
}
