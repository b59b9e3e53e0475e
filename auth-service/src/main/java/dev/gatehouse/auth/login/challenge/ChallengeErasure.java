package dev.gatehouse.auth.login.challenge;

import dev.gatehouse.auth.identity.account.AccountErasureListener;
import dev.gatehouse.chassis.messaging.event.Origin;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Closes the open challenges of an erased account; waiting clients are signalled by the event of the erasure. */
@ApplicationScoped
class ChallengeErasure implements AccountErasureListener {
    private final PanacheChallenges challenges;

    ChallengeErasure(PanacheChallenges challenges) {
        this.challenges = challenges;
    }

    @Override
    public Uni<Void> accountErased(UUID accountId, Origin origin) {
        return challenges.expireAll(accountId);
    }
}
