package dev.gatehouse.auth.login.iptrust;

import dev.gatehouse.chassis.messaging.replica.Replica;
import dev.gatehouse.chassis.messaging.replica.ReplicaTable;
import dev.gatehouse.contracts.state.IpTrustState;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Keeps the copy of the settings of IP trust; rules that ask for more than before are noted for
 * {@link SessionRecheckJob}.
 */
@ApplicationScoped
class KafkaTrustRules implements ReplicaTable<IpTrustState, TrustRulesRow> {
    private final Replica replica;
    private final TrustConfig config;
    private final InstantSource clock;

    KafkaTrustRules(Replica replica, TrustConfig config, InstantSource clock) {
        this.replica = replica;
        this.config = config;
        this.clock = clock;
    }

    @Incoming("trust-settings")
    Uni<Void> onState(ConsumerRecord<String, byte[]> record) {
        return replica.take(this, record);
    }

    @Override
    public Class<IpTrustState> stateType() {
        return IpTrustState.class;
    }

    @Override
    public Class<TrustRulesRow> rowType() {
        return TrustRulesRow.class;
    }

    @Override
    public String table() {
        return "ip_trust_setting";
    }

    @Override
    public SortedMap<String, Object> key(IpTrustState state) {
        return new TreeMap<>(Map.of("id", TrustRulesRow.ONLY));
    }

    @Override
    public Byte id(IpTrustState state) {
        return TrustRulesRow.ONLY;
    }

    @Override
    public long version(TrustRulesRow row) {
        return row.version;
    }

    @Override
    public void write(IpTrustState state, TrustRulesRow row) {
        if (row.asksLessThan(state)) {
            row.recheckAt = clock.instant().plus(config.recheckAfter());
        }
        row.enabled = state.enabled();
        row.scope = state.scope();
        row.ipv6Prefix = state.ipv6PrefixLength();
        row.verificationSeconds = state.verificationSeconds();
        row.networks = NetworksJson.write(state.networks());
        row.version = state.version();
    }
}
