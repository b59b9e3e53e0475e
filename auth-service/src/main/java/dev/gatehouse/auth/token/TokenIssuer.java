package dev.gatehouse.auth.token;

import dev.gatehouse.auth.token.signingkey.SigningKey;
import dev.gatehouse.auth.token.signingkey.SigningKeys;
import dev.gatehouse.chassis.runtime.identifier.IdGenerator;
import dev.gatehouse.chassis.runtime.suite.SuiteConfig;
import dev.gatehouse.chassis.security.secret.Secret;
import dev.gatehouse.contracts.identity.Audiences;
import dev.gatehouse.contracts.identity.Claims;
import dev.gatehouse.contracts.identity.Roles;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Mints access tokens. The only class of the suite that signs one. */
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
    public Uni<AccessToken> mint(TokenSubject subject) {
        return keys.current().map(key -> sign(subject, key)).map(text -> new AccessToken(Secret.of(text), lifetime));
    }

    private String sign(TokenSubject subject, SigningKey key) {
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
                .groups(groups(subject))
                .jws()
                .algorithm(SignatureAlgorithm.ES256)
                .header("typ", Claims.TOKEN_TYPE)
                .keyId(key.kid())
                .sign(key.privateKey());
    }

    private static Set<String> groups(TokenSubject subject) {
        return switch (subject.kind()) {
            case USER -> Set.of(Roles.USER);
            case AGENT ->
                new LinkedHashSet<>(subject.admin() ? List.of(Roles.AGENT, Roles.ADMIN) : List.of(Roles.AGENT));
        };
    }
}
