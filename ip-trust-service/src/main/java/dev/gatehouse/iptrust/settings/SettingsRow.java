package dev.gatehouse.iptrust.settings;

import dev.gatehouse.chassis.messaging.event.StateVersion;
import dev.gatehouse.contracts.state.IpTrustScope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/** The migration inserts it, so there is always exactly one. */
@Entity
@Table(name = "ip_trust_settings")
class SettingsRow {
    static final int ID = 1;

    @Id
    int id;

    boolean enabled;

    @Enumerated(EnumType.STRING)
    IpTrustScope scope;

    @Column(name = "trust_duration")
    String trustDuration;

    @Column(name = "verification_seconds")
    long verificationSeconds;

    @Enumerated(EnumType.STRING)
    Confirmation confirmation;

    @Column(name = "ipv6_prefix_length")
    int ipv6PrefixLength;

    @Column(name = "confirmed_enabled")
    boolean confirmedEnabled;

    @Enumerated(EnumType.STRING)
    @Column(name = "confirmed_scope")
    IpTrustScope confirmedScope;

    @Column(name = "confirm_by")
    @Nullable
    Instant confirmBy;

    long version;

    @Column(name = "state_version")
    long stateVersion;

    StoredSettings stored() {
        return new StoredSettings(values(), new EffectiveScope(confirmedEnabled, confirmedScope), confirmBy, version);
    }

    IpTrustSettings values() {
        return new IpTrustSettings(
                enabled,
                scope,
                new TrustDuration(Period.parse(trustDuration)),
                Duration.ofSeconds(verificationSeconds),
                confirmation,
                ipv6PrefixLength);
    }

    void update(StoredSettings next) {
        IpTrustSettings values = next.values();
        enabled = values.enabled();
        scope = values.scope();
        trustDuration = values.trustDuration().toString();
        verificationSeconds = values.verificationLifetime().toSeconds();
        confirmation = values.confirmation();
        ipv6PrefixLength = values.ipv6PrefixLength();
        confirmedEnabled = next.confirmed().enabled();
        confirmedScope = next.confirmed().scope();
        confirmBy = next.confirmBy();
        version = next.version();
    }

    long nextStateVersion(Instant now) {
        stateVersion = StateVersion.next(stateVersion, now);
        return stateVersion;
    }
}
