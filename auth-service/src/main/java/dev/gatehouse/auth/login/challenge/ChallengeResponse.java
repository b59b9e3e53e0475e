package dev.gatehouse.auth.login.challenge;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gatehouse.auth.session.refresh.AddressProof;
import dev.gatehouse.contracts.event.ChallengeKind;
import dev.gatehouse.contracts.event.PasswordChangeReason;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A login challenge as its client sees it. It holds the client's secret: created when it is sent, never stored. */
@Schema(name = "LoginChallenge")
public record ChallengeResponse(
        @Schema(
                description = "Bearer secret: keep it, and ask with it from the same client",
                examples = "q0Yx3J8Yv1kq7mWcVdD2m5n8p1s4u7w0z3A6C9F2I5L")
        String id,

        @Schema(implementation = String.class, examples = "ip_verification")
        ChallengeKind kind,

        @Schema(implementation = String.class, examples = "pending")
        ChallengeState state,

        Instant expiresAt,

        @Schema(
                description = "Two digits to show: the e-mailed page asks for them; only of ip_verification",
                examples = "47")
        @Nullable
        Integer matchNumber,

        @Schema(
                implementation = String.class,
                description =
                        "Why a new password is needed, by this challenge or after it: login_denied, by_admin, expired or"
                                + " policy; absent when none is",
                examples = "expired")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        PasswordChangeReason passwordChange,

        @Schema(description = "The mail with the link; only of ip_verification") @Nullable
        ChallengeMail mail) {
    /** The challenge as it was read. */
    public static ChallengeResponse of(Challenge.Opened opened) {
        Challenge challenge = opened.challenge();
        return new ChallengeResponse(
                opened.id().reveal(),
                challenge.kind(),
                challenge.state(),
                challenge.expiresAt(),
                challenge.matchNumber(),
                challenge.terms().passwordChange(),
                challenge.mail());
    }

    /** What more is needed, in the response to a login or to an answer. */
    @Schema(name = "ChallengedLogin")
    public record ChallengedResponse(ChallengeResponse challenge) implements AddressProof.Demand {}

    /** Without the secret. */
    @Override
    public String toString() {
        return "ChallengeResponse[kind=" + kind + ", state=" + state + "]";
    }
}
