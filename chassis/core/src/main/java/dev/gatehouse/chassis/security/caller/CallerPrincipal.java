package dev.gatehouse.chassis.security.caller;

import java.security.Principal;

/** The caller in the form that the security layer of the framework passes on. */
public record CallerPrincipal(Caller caller) implements Principal {
    @Override
    public String getName() {
        return caller.accountId().toString();
    }
}
