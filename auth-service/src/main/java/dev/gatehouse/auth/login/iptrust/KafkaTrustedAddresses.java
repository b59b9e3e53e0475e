package dev.gatehouse.auth.login.iptrust;

import dev.gatehouse.chassis.database.UuidBytes;
import dev.gatehouse.chassis.messaging.replica.Replica;
import dev.gatehouse.chassis.messaging.replica.ReplicaTable;
import dev.gatehouse.chassis.security.clientaddress.IpNetwork;
import dev.gatehouse.contracts.state.TrustedAddressState;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Keeps the copy of the trusted addresses. New trust approves the challenges that wait for it; trust that ends takes
 * back an approval that was not redeemed.
 */
@ApplicationScoped
class KafkaTrustedAddresses implements ReplicaTable<TrustedAddressState, TrustedAddressRow> {
    private final Replica replica;
    private final PendingChallenges challenges;
    private final InstantSource clock;

    KafkaTrustedAddresses(Replica replica, PendingChallenges challenges, InstantSource clock) {
        this.replica = replica;
        this.challenges = challenges;
        this.clock = clock;
    }

    @Incoming("trusted-addresses")
    Uni<Void> onState(ConsumerRecord<String, byte[]> record) {
        return replica.take(this, record);
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
    public String table() {
        return "trusted_address";
    }

    @Override
    public SortedMap<String, Object> key(TrustedAddressState state) {
        return new TreeMap<>(Map.of("account_id", UuidBytes.bytes(state.accountId()), "network", state.network()));
    }

    @Override
    public TrustedAddressRow.Key id(TrustedAddressState state) {
        return new TrustedAddressRow.Key(state.accountId(), state.network());
    }

    @Override
    public long version(TrustedAddressRow row) {
        return row.version;
    }

    @Override
    public void write(TrustedAddressState state, TrustedAddressRow row) {
        row.trustedUntil = state.hasEnded() ? null : state.trustedUntil();
        row.version = state.version();
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
