package dev.gatehouse.auth.login.challenge;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The table {@code login_challenge}, for those who approve and deny. */
@ApplicationScoped
class PanacheChallenges implements PanacheRepositoryBase<ChallengeRow, UUID> {
    /** Those of the account that nobody has answered, held until the transaction ends. */
    Uni<List<ChallengeRow>> lockPending(UUID accountId, Instant now) {
        return find(
                        "accountId = ?1 and state = ?2 and expiresAt > ?3 order by reference",
                        accountId,
                        ChallengeState.PENDING,
                        now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Closes it while its session has not been handed over; says whether it was open. */
    Uni<Boolean> close(UUID reference, ChallengeState as) {
        return update(
                        "state = ?1 where reference = ?2 and state in ?3",
                        as,
                        reference,
                        List.of(ChallengeState.PENDING, ChallengeState.APPROVED))
                .map(count -> count == 1);
    }

    Uni<Long> forget(Instant expiredBefore) {
        return delete("expiresAt < ?1", expiredBefore);
    }
}
