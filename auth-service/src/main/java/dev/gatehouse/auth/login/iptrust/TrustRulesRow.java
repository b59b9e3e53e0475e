package dev.gatehouse.auth.login.iptrust;

import dev.gatehouse.chassis.messaging.replica.ReplicaRow;
import dev.gatehouse.contracts.state.IpTrustScope;
import dev.gatehouse.contracts.state.IpTrustState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The newest settings of IP trust; there is one row at most. */
@Entity
@Table(name = "ip_trust_setting")
class TrustRulesRow implements ReplicaRow<IpTrustState> {
    static final byte ONLY = 1;

    @Id
    byte id = ONLY;

    boolean enabled;

    @Enumerated(EnumType.STRING)
    IpTrustScope scope = IpTrustScope.ALL_AGENTS;

    @Column(name = "ipv6_prefix")
    int ipv6Prefix;

    @Column(name = "verification_seconds")
    long verificationSeconds;

    @Column(name = "recheck_at")
    @Nullable
    Instant recheckAt;

    /** JSON as it was published. */
    String networks = "[]";

    long version;

    Trust.Rules rules() {
        return new Trust.Rules(enabled, scope, Duration.ofSeconds(verificationSeconds), NetworksJson.read(networks));
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public void take(IpTrustState state) {
        enabled = state.enabled();
        scope = state.scope();
        ipv6Prefix = state.ipv6PrefixLength();
        verificationSeconds = state.verificationSeconds();
        networks = NetworksJson.write(state.networks());
        version = state.version();
    }

    /** Whether these settings ask agents for a proof that the row does not ask for. */
    boolean asksLessThan(IpTrustState state) {
        return state.enabled() && (!enabled || (scope == IpTrustScope.ADMINS_ONLY && state.scope() != scope));
    }
}
