package dev.gatehouse.contracts.event;

import dev.gatehouse.contracts.identity.Audience;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code login.challenged}: A login with the right password needs something more.
 *
 * @param reference names the challenge among services; not the secret that its client holds
 * @param matchNumberProof keyed proof of the number shown to the waiting client; only for
 *     {@link ChallengeKind#IP_VERIFICATION}
 * @param joins the challenge whose verification answers this one too: same account, place and number
 * @param then the challenge that follows when this one is answered; absent when a session follows
 * @param passwordChange why a new password is needed, by this challenge or by the one that follows; absent when none is
 */
public record LoginChallenged(
        Audience audience,
        UUID reference,
        ChallengeKind kind,
        Instant expiresAt,
        @Nullable String matchNumberProof,
        @Nullable UUID joins,
        @Nullable ChallengeKind then,
        @Nullable PasswordChangeReason passwordChange)
        implements EventData {
    /** The purpose that the key of {@code matchNumberProof} is derived for. */
    public static final String MATCH_NUMBER = "match-number";
}
