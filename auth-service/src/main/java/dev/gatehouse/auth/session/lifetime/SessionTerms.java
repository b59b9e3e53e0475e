package dev.gatehouse.auth.session.lifetime;

import dev.gatehouse.contracts.identity.AccountKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** The times that sessions of each kind of account live by. */
@ApplicationScoped
public class SessionTerms {
    private final SessionConfig settings;

    SessionTerms(SessionConfig settings) {
        this.settings = settings;
    }

    /**
     * When a session ends.
     *
     * @param idleExpiresAt unless it is used; never after {@code expiresAt}
     * @param remembered whether it was granted to be remembered: then it does not end by idleness, because being away
     *     is what it is for
     */
    public record Span(Instant idleExpiresAt, Instant expiresAt, boolean remembered) {}

    /** The times of a session that begins now. */
    public Span span(AccountKind kind, Instant now) {
        Instant end = now.plus(limits(kind).maxLifetime());
        Instant idle = now.plus(limits(kind).idleTimeout());
        return new Span(idle.isBefore(end) ? idle : end, end, false);
    }

    /** The times of a session that begins now and is wished to be remembered; the wish may not be granted. */
    public Span rememberedSpan(AccountKind kind, Instant now) {
        Instant end = now.plus(limits(kind).rememberMeLifetime());
        return limits(kind).rememberMeAllowed() ? new Span(end, end, true) : span(kind, now);
    }

    /** How long a session may go unused. */
    public Duration idleTimeout(AccountKind kind) {
        return limits(kind).idleTimeout();
    }

    /** Whether a call counts as use of the session. */
    public boolean counts(AccountKind kind, Use use) {
        return use == Use.BY_PERSON || !limits(kind).requireActivity();
    }

    private SessionConfig.Limits limits(AccountKind kind) {
        return switch (kind) {
            case AGENT -> settings.agents();
            case USER -> settings.users();
        };
    }
}
