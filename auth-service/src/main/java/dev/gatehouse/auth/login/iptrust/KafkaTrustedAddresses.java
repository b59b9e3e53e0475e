package dev.gatehouse.auth.login.iptrust;

import dev.gatehouse.chassis.messaging.replica.ReplicaTable;
import dev.gatehouse.chassis.security.clientaddress.IpNetwork;
import dev.gatehouse.contracts.state.TrustedAddressState;
import dev.gatehouse.contracts.topic.Topic;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Map;

/**
 * Keeps the copy of the trusted addresses. New trust approves the challenges that wait for it; trust that ends takes
 * back an approval that was not redeemed.
 */
@ApplicationScoped
class KafkaTrustedAddresses implements ReplicaTable<TrustedAddressState, TrustedAddressRow> {
    private final PendingChallenges challenges;
    private final InstantSource clock;

    KafkaTrustedAddresses(PendingChallenges challenges, InstantSource clock) {
        this.challenges = challenges;
        this.clock = clock;
    }

    @Override
    public Topic topic() {
        return Topic.TRUSTED_ADDRESSES;
    }

    @Override
    public Class<TrustedAddressState> stateType() {
        return TrustedAddressState.class;
    }

    @Override
    public Class<TrustedAddressRow> rowType() {
        return TrustedAddressRow.class;
    }

    @Override
    public Map<String, Object> key(TrustedAddressState state) {
        return Map.of("account_id", state.accountId(), "network", state.network());
    }

    @Override
    public TrustedAddressRow.Key id(TrustedAddressState state) {
        return new TrustedAddressRow.Key(state.accountId(), state.network());
    }

    @Override
    public Uni<Void> written(TrustedAddressState state, TrustedAddressRow row) {
        boolean trusted = !state.hasEnded() && clock.instant().isBefore(state.trustedUntil());
        return IpNetwork.parse(state.network())
                .map(network -> trusted
                        ? challenges.approve(state.accountId(), network)
                        : challenges.withdraw(state.accountId(), network))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    @Override
    public void committed(TrustedAddressState state) {
        challenges.signal(state.accountId());
    }
}
