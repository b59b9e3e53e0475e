package dev.gatehouse.chassis.security.caller;

import io.quarkus.security.spi.runtime.AuthenticationSuccessEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Counts the requests of each session whose token was accepted. */
@Singleton
public class Authentications {
    private final Map<UUID, Integer> bySession = new ConcurrentHashMap<>();

    int of(UUID session) {
        return bySession.getOrDefault(session, 0);
    }

    void onSuccess(@Observes AuthenticationSuccessEvent success) {
        if (success.getSecurityIdentity().getPrincipal() instanceof CallerPrincipal proven) {
            bySession.merge(proven.caller().sessionId(), 1, Integer::sum);
        }
    }
}
