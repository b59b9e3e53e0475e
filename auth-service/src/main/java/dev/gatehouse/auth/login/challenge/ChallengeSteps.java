package dev.gatehouse.auth.login.challenge;

import dev.gatehouse.auth.login.challenge.Redemption.Outcome;
import dev.gatehouse.chassis.security.secret.Secret;
import dev.gatehouse.contracts.event.ChallengeKind;
import dev.gatehouse.contracts.event.PasswordChangeReason;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Takes the answer to a challenge and leads to the session, or to the next challenge. */
@ApplicationScoped
class ChallengeSteps {
    private final SqlChallenges challenges;
    private final PasswordDemand passwords;
    private final Redemption redemption;

    ChallengeSteps(SqlChallenges challenges, PasswordDemand passwords, Redemption redemption) {
        this.challenges = challenges;
        this.passwords = passwords;
        this.redemption = redemption;
    }

    /**
     * The steps: find the challenge, take the answer, redeem.
     *
     * @param newPassword the answer to a {@code password_change} challenge; absent to redeem an approved one
     */
    Uni<Outcome> answer(Secret id, Challenge.Client client, @Nullable Secret newPassword) {
        return challenges.find(id, client).chain(found -> switch (found) {
            case ChallengeLookup.Own(Challenge challenge) -> answer(id, challenge, newPassword);
            case ChallengeLookup.Moved moved -> outcome(new Outcome.Moved());
            case ChallengeLookup.Unknown unknown -> outcome(new Outcome.Unknown());
        });
    }

    private Uni<Outcome> answer(Secret id, Challenge challenge, @Nullable Secret newPassword) {
        if (newPassword == null || challenge.state() != ChallengeState.PENDING) {
            return redeem(challenge);
        }
        return challenge.kind() == ChallengeKind.PASSWORD_CHANGE
                ? passwords.answer(challenge, newPassword).chain(answered -> follow(id, challenge, answered))
                : outcome(new Outcome.Invalid(PasswordDemand.NOT_ASKED));
    }

    private Uni<Outcome> redeem(Challenge challenge) {
        return redemption
                .redeem(challenge)
                .chain(outcome ->
                        outcome instanceof Outcome.PasswordNeeded(Challenge answered, PasswordChangeReason why)
                                ? passwords.demand(answered, why).map(next -> next.<Outcome>map(Outcome.Challenged::new)
                                        .orElseGet(Outcome.Closed::new))
                                : outcome(outcome));
    }

    private Uni<Outcome> follow(Secret id, Challenge challenge, PasswordDemand.Outcome answered) {
        return switch (answered) {
            case PasswordDemand.Outcome.Accepted accepted ->
                answer(id, challenge.terms().client(), null);
            case PasswordDemand.Outcome.Stale stale -> outcome(new Outcome.Closed());
        };
    }

    private static Uni<Outcome> outcome(Outcome outcome) {
        return Uni.createFrom().item(outcome);
    }
}
