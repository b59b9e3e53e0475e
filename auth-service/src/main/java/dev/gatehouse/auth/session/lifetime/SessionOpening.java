package dev.gatehouse.auth.session.lifetime;

import dev.gatehouse.auth.token.RefreshTokens;
import dev.gatehouse.chassis.runtime.identifier.IdGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/** Makes a session with its times and its first refresh token. */
@ApplicationScoped
class SessionOpening {
    private final SessionTerms terms;
    private final RefreshTokens tokens;
    private final IdGenerator ids;
    private final InstantSource clock;

    SessionOpening(SessionTerms terms, RefreshTokens tokens, IdGenerator ids, InstantSource clock) {
        this.terms = terms;
        this.tokens = tokens;
        this.ids = ids;
        this.clock = clock;
    }

    OpenedSession begin(NewSession wish) {
        Instant now = clock.instant();
        UUID id = ids.next();
        SessionTerms.Span span = span(wish, now);
        Session session = new Session(
                id,
                wish.account().id(),
                wish.account().kind(),
                wish.methods(),
                now,
                now,
                now,
                span.idleExpiresAt(),
                span.expiresAt(),
                span.remembered(),
                wish.client().ip(),
                wish.client().userAgent());
        return new OpenedSession(session, wish.account().admin(), tokens.first(id));
    }

    private SessionTerms.Span span(NewSession wish, Instant now) {
        return wish.rememberMe()
                ? terms.rememberedSpan(wish.account().kind(), now)
                : terms.span(wish.account().kind(), now);
    }
}
