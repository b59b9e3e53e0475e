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

/** Made by the migration, so there is always exactly one. */
@Entity
@Table(name = "ip_trust_settings")
class SettingsRow {
    static final int ID = 1;

    @Id
    private int id;

    private boolean enabled;

    @Enumerated(EnumType.STRING)
    private IpTrustScope scope;

    @Column(name = "trust_duration")
    private String trustDuration;

    @Column(name = "verification_seconds")
    private long verificationSeconds;

    @Enumerated(EnumType.STRING)
    private Confirmation confirmation;

    @Column(name = "ipv6_prefix_length")
    private int ipv6PrefixLength;

    @Column(name = "confirmed_enabled")
    private boolean confirmedEnabled;

    @Enumerated(EnumType.STRING)
    @Column(name = "confirmed_scope")
    private IpTrustScope confirmedScope;

    @Column(name = "confirm_by")
    private @Nullable Instant confirmBy;

    private long version;

    private long published;

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

    void take(StoredSettings next) {
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

    boolean neverPublished() {
        return published == 0;
    }

    long nextPublished(Instant now) {
        published = StateVersion.next(published, now);
        return published;
    }
}
