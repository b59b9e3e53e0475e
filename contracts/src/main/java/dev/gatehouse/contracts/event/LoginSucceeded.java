package dev.gatehouse.contracts.event;

import dev.gatehouse.contracts.identity.Door;
import java.util.List;

/**
 * {@code login.succeeded}: A sign-in got its session.
 *
 * @param methods how the person proved it, as in the token ({@code pwd}, {@code otp}, …)
 */
public record LoginSucceeded(Door door, List<String> methods) implements EventData {
    /** Copies. */
    public LoginSucceeded {
        methods = List.copyOf(methods);
    }
}
