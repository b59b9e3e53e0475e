package dev.gatehouse.chassis.security.caller;

import dev.gatehouse.chassis.runtime.log.Log;
import dev.gatehouse.contracts.state.Revocation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Which sessions ended before their tokens did, as far as this replica has heard.
 *
 * <p>Fails open while the feed is silent (tokens live minutes); what must not fail open asks {@link #healthy}. An entry
 * is forgotten when the last token that it could concern has expired.
 */
@ApplicationScoped
public class Revocations {
    /** The longest life of an access token, and so how long a revocation matters. */
    public static final Duration LONGEST_TOKEN_LIFE = Duration.ofMinutes(15);

    /** How far the clocks of two services may be apart. */
    public static final Duration CLOCK_SKEW = Duration.ofSeconds(10);

    private static final Log LOG = Log.of(Revocations.class);
    private static final Duration KEPT = LONGEST_TOKEN_LIFE.plus(CLOCK_SKEW);
    private static final Duration SILENCE = Duration.ofSeconds(5);

    private final Map<UUID, Instant> sessions = new ConcurrentHashMap<>();
    private final Map<UUID, Cut> accounts = new ConcurrentHashMap<>();
    private final List<Consumer<Revocation>> listeners = new CopyOnWriteArrayList<>();
    private final InstantSource clock;
    private volatile Instant vouchedAt = Instant.MIN;
    private volatile Instant nextSweepAt = Instant.MIN;

    Revocations(InstantSource clock) {
        this.clock = clock;
    }

    /** Whether a session is over, by its own id or because every session of the account that began before is. */
    public boolean revoked(UUID sessionId, UUID accountId, Instant sessionStartedAt) {
        Cut cut = accounts.get(accountId);
        return sessions.containsKey(sessionId) || (cut != null && sessionStartedAt.isBefore(cut.notBefore()));
    }

    /** Calls back on every revocation from now on, on the feed's own thread: the callback must not block. */
    public Subscription onRevoked(Consumer<Revocation> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /**
     * Whether a heartbeat was published in the last five seconds. What is read late, and other records, say nothing of
     * how things are now.
     */
    public boolean healthy() {
        return vouchedAt.isAfter(clock.instant().minus(SILENCE));
    }

    /** Takes in what the feed brought, with the time of its publication. */
    void hear(Revocation revocation, Instant publishedAt) {
        Instant now = clock.instant();
        switch (revocation.kind()) {
            case SESSION -> endSession(revocation.sessionId(), now);
            case ACCOUNT -> endAccount(revocation.accountId(), revocation.notBefore(), now);
            case HEARTBEAT -> {
                vouchedAt = publishedAt.isAfter(now) ? now : publishedAt;
                sweep(now);
            }
        }
        if (revocation.kind() != Revocation.Kind.HEARTBEAT) {
            listeners.forEach(listener -> signal(listener, revocation));
        }
    }

    private void endSession(@Nullable UUID sessionId, Instant now) {
        if (sessionId != null) {
            sessions.put(sessionId, now.plus(KEPT));
        }
    }

    private void endAccount(@Nullable UUID accountId, @Nullable Instant notBefore, Instant now) {
        if (accountId != null && notBefore != null) {
            accounts.merge(accountId, new Cut(notBefore, now.plus(KEPT)), Cut::later);
        }
    }

    private void sweep(Instant now) {
        if (now.isAfter(nextSweepAt)) {
            nextSweepAt = now.plus(SILENCE);
            sessions.values().removeIf(now::isAfter);
            accounts.values().removeIf(cut -> now.isAfter(cut.forgetAt()));
        }
    }

    private static void signal(Consumer<Revocation> listener, Revocation revocation) {
        try {
            listener.accept(revocation);
        } catch (RuntimeException e) {
            LOG.error("A listener failed on a revocation", e);
        }
    }

    /** Ends the calling back. */
    @FunctionalInterface
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    private record Cut(Instant notBefore, Instant forgetAt) {
        private Cut later(Cut other) {
            return notBefore.isAfter(other.notBefore) ? new Cut(notBefore, other.forgetAt) : other;
        }
    }
}
