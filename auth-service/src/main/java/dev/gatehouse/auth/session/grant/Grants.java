package dev.gatehouse.auth.session.grant;

import dev.gatehouse.auth.session.lifetime.OpenedSession;
import dev.gatehouse.auth.token.TokenIssuer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Mints what a session's client is handed. */
@ApplicationScoped
public class Grants {
    private final TokenIssuer issuer;

    Grants(TokenIssuer issuer) {
        this.issuer = issuer;
    }

    /** The grant of a session that is stored; MUST be called after its transaction has committed. */
    public Uni<Grant> of(OpenedSession opened) {
        return issuer.mint(opened.subject()).map(token -> new Grant(opened, token));
    }
}
