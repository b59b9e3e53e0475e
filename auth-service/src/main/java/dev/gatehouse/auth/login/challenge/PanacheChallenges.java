package dev.gatehouse.auth.login.challenge;

import dev.gatehouse.auth.identity.account.AccountErasureListener;
import dev.gatehouse.auth.login.iptrust.PendingChallenges;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.chassis.security.clientaddress.IpNetwork;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers pending challenges in the table {@code login_challenge}. */
@ApplicationScoped
class PanacheChallenges
        implements PanacheRepositoryBase<ChallengeRow, UUID>, PendingChallenges, AccountErasureListener {
    private final KafkaChallengeSignal signal;
    private final InstantSource clock;

    PanacheChallenges(KafkaChallengeSignal signal, InstantSource clock) {
        this.signal = signal;
        this.clock = clock;
    }

    @Override
    public Uni<Void> approve(UUID accountId, IpNetwork network) {
        return move(accountId, network, ChallengeState.PENDING, ChallengeState.APPROVED);
    }

    @Override
    public Uni<Void> withdraw(UUID accountId, IpNetwork network) {
        return move(accountId, network, ChallengeState.APPROVED, ChallengeState.EXPIRED);
    }

    @Override
    public Uni<Optional<DeniedClient>> deny(UUID reference) {
        return close(reference, ChallengeState.DENIED)
                .chain(() -> findById(reference))
                .map(row -> Optional.ofNullable(row).map(denied -> new DeniedClient(denied.ip, denied.userAgent)));
    }

    @Override
    public Uni<Void> expire(UUID reference) {
        return close(reference, ChallengeState.EXPIRED);
    }

    @Override
    public Uni<Void> mail(UUID reference, MailState state, @Nullable Instant resendAt, @Nullable String reason) {
        return update(
                        "mailState = ?1, mailResendAt = ?2, mailReason = ?3 where reference = ?4 or joins = ?4",
                        state,
                        resendAt,
                        reason,
                        reference)
                .replaceWithVoid();
    }

    @Override
    public void signal(UUID accountId) {
        signal.send(accountId);
    }

    /**
     * Approves a pending challenge that its own client has answered, with the password that is valid from now on; false
     * when it is not pending any more.
     */
    Uni<Boolean> answered(UUID reference, Instant passwordSetAt) {
        return update(
                        "state = ?1, passwordSetAt = ?2 where reference = ?3 and state = ?4 and expiresAt > ?5",
                        ChallengeState.APPROVED,
                        passwordSetAt,
                        reference,
                        ChallengeState.PENDING,
                        clock.instant())
                .map(count -> count == 1);
    }

    /** Expires every open challenge of the account; waiting clients are signalled by the event of the erasure. */
    @Override
    public Uni<Void> accountErased(UUID accountId, Origin origin) {
        return update(
                        "state = ?1 where accountId = ?2 and state in ?3",
                        ChallengeState.EXPIRED,
                        accountId,
                        List.of(ChallengeState.PENDING, ChallengeState.APPROVED))
                .replaceWithVoid();
    }

    /** The challenges of the account whose client is in this network, locked until the transaction ends. */
    private Uni<Void> move(UUID accountId, IpNetwork network, ChallengeState from, ChallengeState to) {
        return find(
                        "accountId = ?1 and state = ?2 and expiresAt > ?3 order by reference",
                        accountId,
                        from,
                        clock.instant())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .invoke(found -> from(found, network).forEach(row -> row.state = to))
                .replaceWithVoid();
    }

    private Uni<Void> close(UUID reference, ChallengeState as) {
        return update(
                        "state = ?1 where (reference = ?2 or joins = ?2) and state in ?3",
                        as,
                        reference,
                        List.of(ChallengeState.PENDING, ChallengeState.APPROVED))
                .replaceWithVoid();
    }

    private static List<ChallengeRow> from(List<ChallengeRow> found, IpNetwork network) {
        return found.stream()
                .filter(row -> IpAddress.parse(row.ip).filter(network::contains).isPresent())
                .toList();
    }
}
