package dev.gatehouse.auth.session.grant;

import dev.gatehouse.auth.session.lifetime.OpenedSession;
import dev.gatehouse.auth.token.TokenIssuer;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Mints what a session's client is handed. */
@Singleton
public final class Grants {
    private final TokenIssuer issuer;

    @Inject
    Grants(TokenIssuer issuer) {
        this.issuer = issuer;
    }

    /** The grant of a session that is stored; MUST be called after its transaction has committed. */
    public Uni<Grant> of(OpenedSession opened) {
        return issuer.mint(opened.subject()).map(token -> new Grant(opened, token));
    }
}
