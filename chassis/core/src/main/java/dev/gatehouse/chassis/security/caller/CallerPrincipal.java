package dev.gatehouse.chassis.security.caller;

import java.security.Principal;
import java.time.Instant;

/**
 * The caller in the form that the security layer of the framework passes on.
 *
 * @param expiresAt until when the access token says so
 */
public record CallerPrincipal(Caller caller, Instant expiresAt) implements Principal {
    @Override
    public String getName() {
        return caller.accountId().toString();
    }
}
