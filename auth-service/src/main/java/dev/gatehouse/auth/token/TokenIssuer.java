package dev.gatehouse.auth.token;

import dev.gatehouse.auth.token.signingkey.SigningKeys;
import dev.gatehouse.chassis.runtime.identifier.IdGenerator;
import dev.gatehouse.chassis.runtime.suite.SuiteConfig;
import dev.gatehouse.chassis.security.secret.Secret;
import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.identity.Audiences;
import dev.gatehouse.contracts.identity.Claims;
import dev.gatehouse.contracts.identity.Roles;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Mints access tokens. The only class of the suite that makes one. */
@ApplicationScoped
public class TokenIssuer {
    private final SigningKeys keys;
    private final IdGenerator ids;
    private final InstantSource clock;
    private final Duration lifetime;
    private final String issuer;

    TokenIssuer(SigningKeys keys, IdGenerator ids, InstantSource clock, TokenConfig config, SuiteConfig suite) {
        this.keys = keys;
        this.ids = ids;
        this.clock = clock;
        this.lifetime = config.accessLifetime();
        this.issuer = suite.origin().toString();
    }

    /** A new token for the subject, valid from now. */
    public Uni<AccessToken> mint(Subject subject) {
        return keys.sign(claims(subject), Claims.TOKEN_TYPE).map(text -> new AccessToken(text, lifetime));
    }

    private JwtClaimsBuilder claims(Subject subject) {
        Instant now = clock.instant();
        return Jwt.issuer(issuer)
                .subject(subject.accountId().toString())
                .claim("aud", Audiences.of(subject.kind()))
                .issuedAt(now)
                .expiresAt(now.plus(lifetime))
                .claim("nbf", now.getEpochSecond())
                .claim("jti", ids.next().toString())
                .claim(Claims.SESSION_ID, subject.sessionId().toString())
                .claim(Claims.SESSION_STARTED_AT, subject.sessionStartedAt().toEpochMilli())
                .claim(Claims.AUTH_TIME, subject.authenticatedAt().getEpochSecond())
                .claim(Claims.KIND, subject.kind().toString())
                .claim(Claims.METHODS, subject.methods())
                .groups(groups(subject));
    }

    private static Set<String> groups(Subject subject) {
        return switch (subject.kind()) {
            case USER -> Set.of(Roles.USER);
            case AGENT ->
                new LinkedHashSet<>(subject.admin() ? List.of(Roles.AGENT, Roles.ADMIN) : List.of(Roles.AGENT));
        };
    }

    /** A minted token and its lifetime; it ends earlier with its session. */
    public record AccessToken(Secret text, Duration lifetime) {}

    /**
     * The account and the session that a token is for.
     *
     * @param admin as of now: a refresh reads it again
     * @param methods how the person authenticated (RFC 8176)
     */
    public record Subject(
            UUID accountId,
            AccountKind kind,
            boolean admin,
            UUID sessionId,
            Instant sessionStartedAt,
            Instant authenticatedAt,
            List<String> methods) {
        /** Copies. */
        public Subject {
            methods = List.copyOf(methods);
        }
    }
}
