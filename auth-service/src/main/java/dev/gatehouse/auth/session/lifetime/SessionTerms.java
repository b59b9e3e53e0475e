package dev.gatehouse.auth.session.lifetime;

import dev.gatehouse.auth.session.lifetime.Session.Rotation;
import dev.gatehouse.contracts.identity.AccountKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** The time limits of sessions by kind of account. */
@ApplicationScoped
class SessionTerms {
    private final SessionConfig config;

    SessionTerms(SessionConfig config) {
        this.config = config;
    }

    /**
     * When a session ends.
     *
     * @param idleExpiresAt unless it is used; never after {@code expiresAt}
     * @param remembered whether "remember me" was granted: such a session does not end by idleness
     */
    record Span(Instant idleExpiresAt, Instant expiresAt, boolean remembered) {}

    /** The limits of a session that begins now; "remember me" is granted only where the settings allow it. */
    Span span(AccountKind kind, boolean rememberMe, Instant now) {
        SessionConfig.Limits limits = limits(kind);
        if (rememberMe && limits.rememberMeAllowed()) {
            Instant end = now.plus(limits.rememberMeLifetime());
            return new Span(end, end, true);
        }
        Instant end = now.plus(limits.maxLifetime());
        Instant idle = now.plus(limits.idleTimeout());
        return new Span(idle.isBefore(end) ? idle : end, end, false);
    }

    /** How long a session may go unused. */
    Duration idleTimeout(AccountKind kind) {
        return limits(kind).idleTimeout();
    }

    /** How many open sessions an account has at most. */
    int maxPerAccount(AccountKind kind) {
        return limits(kind).maxPerAccount();
    }

    /** Whether a refresh counts as use of the session. */
    boolean counts(Rotation.Attempt attempt) {
        return attempt.active() || !limits(attempt.kind()).requireActivity();
    }

    private SessionConfig.Limits limits(AccountKind kind) {
        return switch (kind) {
            case AGENT -> config.agents();
            case USER -> config.users();
        };
    }
}
