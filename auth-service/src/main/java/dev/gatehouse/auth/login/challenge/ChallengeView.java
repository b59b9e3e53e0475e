package dev.gatehouse.auth.login.challenge;

import dev.gatehouse.contracts.event.ChallengeKind;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A waiting sign-in as its client sees it; made where it is sent, for it holds the client's secret. */
@Schema(name = "LoginChallenge")
public record ChallengeView(
        @Schema(
                description = "Bearer secret: keep it, and ask with it from the same client",
                examples = "q0Yx3J8Yv1kq7mWcVdD2m5n8p1s4u7w0z3A6C9F2I5L")
        String id,

        @Schema(implementation = String.class, examples = "ip_verification")
        ChallengeKind kind,

        @Schema(implementation = String.class, examples = "pending")
        ChallengeState state,

        Instant expiresAt,

        @Schema(description = "Two digits to show: the e-mailed page asks for them", examples = "47")
        int matchNumber) {
    /** As it stands at this moment. */
    public static ChallengeView of(OpenedChallenge opened, Instant now) {
        Challenge challenge = opened.challenge();
        return new ChallengeView(
                opened.id().reveal(),
                challenge.kind(),
                challenge.state(now),
                challenge.expiresAt(),
                challenge.matchNumber());
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "ChallengeView[kind=" + kind + ", state=" + state + "]";
    }
}
