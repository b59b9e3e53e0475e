package dev.gatehouse.auth.session.grant;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gatehouse.auth.session.lifetime.Session;
import dev.gatehouse.auth.token.Transport;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The JSON that hands a session over; made where it is sent and kept nowhere, for it holds tokens in the clear. */
@Schema(description = "A session with fresh tokens")
public record SessionAnswer(
        Of session,

        @Schema(
                description = "Send it as Authorization: Bearer …",
                examples = "eyJhbGciOiJFUzI1NiIsInR5cCI6ImF0K2p3dCJ9…")
        String accessToken,

        @Schema(examples = "Bearer") String tokenType,

        @Schema(description = "Seconds that the access token is good for", examples = "300")
        long expiresIn,

        @Schema(
                description = "For the next refresh; absent when it goes by cookie",
                examples = "0190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b.Zm9yLXRoZS1leGFtcGxlLW9ubHk")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String refreshToken) {

    static SessionAnswer of(Grant grant, Transport transport) {
        return new SessionAnswer(
                Of.session(grant.opened().session()),
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
        return "SessionAnswer[session=" + session + "]";
    }

    /**
     * The session itself.
     *
     * @param idleExpiresAt when it is over unless it is used
     * @param rememberMe whether it was granted, which the wish alone does not decide
     */
    @Schema(name = "Session")
    public record Of(
            UUID id, UUID accountId, Instant createdAt, Instant idleExpiresAt, Instant expiresAt, boolean rememberMe) {
        static Of session(Session session) {
            return new Of(
                    session.id(),
                    session.accountId(),
                    session.createdAt(),
                    session.idleExpiresAt(),
                    session.expiresAt(),
                    session.rememberMe());
        }
    }
}
