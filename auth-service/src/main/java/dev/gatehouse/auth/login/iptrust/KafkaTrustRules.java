package dev.gatehouse.auth.login.iptrust;

import dev.gatehouse.chassis.messaging.replica.ReplicaTable;
import dev.gatehouse.contracts.state.IpTrustState;
import dev.gatehouse.contracts.topic.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Map;

/**
 * Keeps the copy of the settings of IP trust; rules that ask for more than before are noted for
 * {@link SessionRecheckJob}.
 */
@ApplicationScoped
class KafkaTrustRules implements ReplicaTable<IpTrustState, TrustRulesRow> {
    private final TrustConfig config;
    private final InstantSource clock;

    KafkaTrustRules(TrustConfig config, InstantSource clock) {
        this.config = config;
        this.clock = clock;
    }

    @Override
    public Topic topic() {
        return Topic.SETTINGS;
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
    public Map<String, Object> key(IpTrustState state) {
        return Map.of("id", TrustRulesRow.ONLY);
    }

    @Override
    public void replacing(TrustRulesRow row, IpTrustState state) {
        if (row.asksLessThan(state)) {
            row.recheckAt = clock.instant().plus(config.recheckAfter());
        }
    }
}
