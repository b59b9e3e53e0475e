package dev.gatehouse.chassis.security.accesstoken;

import dev.gatehouse.chassis.runtime.log.Log;
import dev.gatehouse.chassis.runtime.suite.SuiteConfig;
import dev.gatehouse.chassis.security.caller.Caller;
import dev.gatehouse.chassis.security.caller.CallerPrincipal;
import dev.gatehouse.chassis.security.caller.Revocations;
import dev.gatehouse.chassis.security.caller.TokenRefusal;
import dev.gatehouse.contracts.identity.Roles;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.interfaces.ECPublicKey;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Turns the bearer token that the framework's JWT mechanism found into an identity.
 *
 * <p>An identity provider and not a {@code JWTCallerPrincipalFactory}, the smaller extension point of SmallRye JWT:
 * that one is synchronous, so a token with a key id that was published a moment ago could be looked up only by blocking
 * the event loop; and it sits behind a parser that accepts altered copies of a token (padding, unused bits). It comes
 * before the framework's own provider and never hands a bearer token on to it: closed by default.
 */
@ApplicationScoped
class AccessTokens implements IdentityProvider<TokenAuthenticationRequest> {
    private static final Log LOG = Log.of(AccessTokens.class);
    /** The default priority is already above {@link IdentityProvider#SYSTEM_FIRST}. */
    private static final int BEFORE_ALL = SYSTEM_FIRST + 1000;

    private final VerificationKeys keys;
    private final VerifiedTokens verified;
    private final Revocations revocations;
    private final InstantSource clock;
    private final TokenPolicy policy;

    AccessTokens(
            VerificationKeys keys,
            VerifiedTokens verified,
            Revocations revocations,
            InstantSource clock,
            @ConfigProperty(name = "mp.jwt.verify.issuer") String issuer,
            SuiteConfig suite) {
        this.keys = keys;
        this.verified = verified;
        this.revocations = revocations;
        this.clock = clock;
        this.policy = new TokenPolicy(issuer, suite.audience());
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    @Override
    public int priority() {
        return BEFORE_ALL;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        return accepted(withoutSpace(request.getToken().getToken()))
                .map(this::unlessRevoked)
                .map(AccessTokens::identity);
    }

    /** Any number of spaces may stand between the scheme and the token (RFC 9110, section 11.4). */
    private static String withoutSpace(String token) {
        int start = 0;
        while (start < token.length() && token.charAt(start) == ' ') {
            start++;
        }
        return token.substring(start);
    }

    private Uni<TokenPolicy.Accepted> accepted(String token) {
        return verified.find(token).map(known -> Uni.createFrom().item(known)).orElseGet(() -> verify(token));
    }

    private Uni<TokenPolicy.Accepted> verify(String token) {
        Optional<CompactToken> compact = CompactToken.parse(token);
        Optional<TokenHeader> header = compact.map(CompactToken::header).flatMap(TokenHeader::of);
        if (compact.isEmpty() || header.isEmpty()) {
            return Uni.createFrom().failure(refuse("form"));
        }
        String keyId = header.get().keyId();
        return key(keyId).map(key -> accept(token, compact.get(), keyId, key));
    }

    private Uni<ECPublicKey> key(String keyId) {
        return keys.find(keyId).map(key -> Uni.createFrom().item(key)).orElseGet(() -> refreshedKey(keyId));
    }

    private Uni<ECPublicKey> refreshedKey(String keyId) {
        return keys.refresh().emitOn(sameContext()).map(done -> keys.find(keyId).orElseThrow(() -> refuse("key")));
    }

    private TokenPolicy.Accepted accept(String token, CompactToken compact, String keyId, ECPublicKey key) {
        if (!compact.signedBy(key)) {
            throw refuse("signature");
        }
        TokenPolicy.Accepted accepted =
                policy.accept(compact.claims(), clock.instant()).orElseThrow(() -> refuse("claims"));
        verified.add(token, keyId, key, accepted);
        return accepted;
    }

    private TokenPolicy.Accepted unlessRevoked(TokenPolicy.Accepted accepted) {
        Caller caller = accepted.caller();
        if (revocations.revoked(caller.sessionId(), caller.accountId(), caller.sessionStartedAt())) {
            LOG.with("sessionId", caller.sessionId()).debug("Access token refused: step=revocation");
            throw TokenRefusal.revoked();
        }
        return accepted;
    }

    private static SecurityIdentity identity(TokenPolicy.Accepted accepted) {
        Caller caller = accepted.caller();
        QuarkusSecurityIdentity.Builder identity =
                QuarkusSecurityIdentity.builder().setPrincipal(new CallerPrincipal(caller, accepted.expiresAt()));
        return switch (caller.kind()) {
            case USER -> identity.addRole(Roles.USER).build();
            case AGENT ->
                (caller.admin() ? identity.addRole(Roles.ADMIN) : identity)
                        .addRole(Roles.AGENT)
                        .build();
        };
    }

    private static AuthenticationFailedException refuse(String step) {
        LOG.with("step", step).debug("Access token refused");
        return TokenRefusal.invalid(step);
    }

    /** The request goes on where it began: its context carries the trace and the database session. */
    private static Executor sameContext() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : command -> context.runOnContext(nothing -> command.run());
    }
}
