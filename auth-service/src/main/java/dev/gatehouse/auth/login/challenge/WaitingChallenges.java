package dev.gatehouse.auth.login.challenge;

import dev.gatehouse.auth.login.iptrust.WaitingSignIns;
import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.chassis.security.clientaddress.IpNetwork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** Answers waiting sign-ins on behalf of whoever was asked. */
@ApplicationScoped
class WaitingChallenges implements WaitingSignIns {
    private final PanacheChallenges rows;
    private final ChallengeBell bell;
    private final InstantSource clock;

    WaitingChallenges(PanacheChallenges rows, ChallengeBell bell, InstantSource clock) {
        this.rows = rows;
        this.bell = bell;
        this.clock = clock;
    }

    @Override
    public Uni<Void> approve(UUID accountId, IpNetwork network) {
        return rows.lockPending(accountId, clock.instant())
                .map(pending -> from(pending, network))
                .invoke(pending -> pending.forEach(row -> row.state = ChallengeState.APPROVED))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> deny(UUID reference) {
        return rows.close(reference, ChallengeState.DENIED).replaceWithVoid();
    }

    @Override
    public Uni<Void> expire(UUID reference) {
        return rows.close(reference, ChallengeState.EXPIRED).replaceWithVoid();
    }

    @Override
    public void look(UUID accountId) {
        bell.ring(accountId);
    }

    private static List<ChallengeRow> from(List<ChallengeRow> pending, IpNetwork network) {
        return pending.stream()
                .filter(row -> IpAddress.parse(row.ip).filter(network::contains).isPresent())
                .toList();
    }
}
