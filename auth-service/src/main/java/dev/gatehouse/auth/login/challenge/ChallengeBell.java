package dev.gatehouse.auth.login.challenge;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells those who wait in this process that something may have changed for an account; what has changed, the database
 * knows.
 */
@ApplicationScoped
public class ChallengeBell {
    private final Map<UUID, Set<Runnable>> listeners = new ConcurrentHashMap<>();

    /** For injection. */
    public ChallengeBell() {}

    /** Calls back at every ring for the account, on the thread of whoever rings: the callback must not block. */
    public void listen(UUID accountId, Runnable listener) {
        listeners.compute(accountId, (any, some) -> with(some, listener));
    }

    /** Ends the calling back. */
    public void leave(UUID accountId, Runnable listener) {
        listeners.computeIfPresent(accountId, (any, some) -> without(some, listener));
    }

    /** Something may have changed. */
    public void ring(UUID accountId) {
        listeners.getOrDefault(accountId, Set.of()).forEach(Runnable::run);
    }

    private static Set<Runnable> with(@Nullable Set<Runnable> some, Runnable listener) {
        return some == null
                ? Set.of(listener)
                : Stream.concat(some.stream(), Stream.of(listener)).collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable Set<Runnable> without(Set<Runnable> some, Runnable listener) {
        Set<Runnable> rest =
                some.stream().filter(other -> !other.equals(listener)).collect(Collectors.toUnmodifiableSet());
        return rest.isEmpty() ? null : rest;
    }
}
