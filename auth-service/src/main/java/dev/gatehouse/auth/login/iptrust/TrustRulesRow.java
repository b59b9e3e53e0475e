package dev.gatehouse.auth.login.iptrust;

import dev.gatehouse.contracts.state.IpTrustScope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The newest settings of IP trust; there is one row at most. */
@Entity
@Table(name = "ip_trust_setting")
class TrustRulesRow {
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

    /** JSON as it was published. */
    String networks = "[]";

    long version;
}
