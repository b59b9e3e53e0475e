package dev.gatehouse.auth.session.lifetime;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gatehouse.auth.token.RefreshToken.Transport;
import dev.gatehouse.auth.token.TokenIssuer.AccessToken;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A stored session with fresh tokens, and the one form in which a client receives them. */
public record SessionGrant(Session.Opened opened, AccessToken accessToken) {
    /** The JSON for the client; holds the refresh token only when the transport is the body. */
    public SessionResponse body(Transport transport) {
        return SessionResponse.of(this, transport);
    }

    /** The value of {@code Set-Cookie}; empty unless the transport is the cookie. */
    public Optional<String> cookie(Transport transport) {
        return transport == Transport.COOKIE
                ? Optional.of(opened.refreshToken().cookie(opened.session().kind(), cookieLifetime()))
                : Optional.empty();
    }

    /** Only a remembered session outlives the browser. */
    private Optional<Duration> cookieLifetime() {
        Session session = opened.session();
        return session.rememberMe()
                ? Optional.of(Duration.between(session.lastSeenAt(), session.expiresAt()))
                : Optional.empty();
    }

    /** The JSON of the response. It holds tokens in the clear: created when it is sent, never stored. */
    @Schema(name = "SessionResponse", description = "A session with fresh tokens")
    public record SessionResponse(
            SessionSummary session,

            @Schema(
                    description = "Send it as Authorization: Bearer …",
                    examples = "eyJhbGciOiJFUzI1NiIsInR5cCI6ImF0K2p3dCJ9…")
            String accessToken,

            @Schema(examples = "Bearer") String tokenType,

            @Schema(description = "Lifetime of the access token in seconds", examples = "300")
            long expiresIn,

            @Schema(
                    description = "For the next refresh; absent when it is sent as a cookie",
                    examples = "0190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b.0.Zm9yLXRoZS1leGFtcGxl.b25seQ")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            String refreshToken) {

        static SessionResponse of(SessionGrant grant, Transport transport) {
            return new SessionResponse(
                    SessionSummary.of(grant.opened().session()),
                    grant.accessToken().text().reveal(),
                    "Bearer",
                    grant.accessToken().lifetime().toSeconds(),
                    transport == Transport.BODY
                            ? grant.opened().refreshToken().text().reveal()
                            : null);
        }

        /** Without tokens. */
        @Override
        public String toString() {
            return "SessionResponse[session=" + session + "]";
        }
    }

    /**
     * The session itself.
     *
     * @param idleExpiresAt when it ends unless it is used
     * @param warnAt when the client should warn the person that it is about to end
     * @param rememberMe whether it was granted; the request alone does not decide
     */
    @Schema(name = "Session")
    public record SessionSummary(
            UUID id,
            UUID accountId,
            Instant createdAt,
            Instant idleExpiresAt,
            Instant expiresAt,

            @Schema(description = "When to warn the person: the session ends at idleExpiresAt unless it is used")
            Instant warnAt,

            boolean rememberMe) {
        static SessionSummary of(Session session) {
            return new SessionSummary(
                    session.id(),
                    session.accountId(),
                    session.createdAt(),
                    session.idleExpiresAt(),
                    session.expiresAt(),
                    session.warnAt(),
                    session.rememberMe());
        }
    }
}
