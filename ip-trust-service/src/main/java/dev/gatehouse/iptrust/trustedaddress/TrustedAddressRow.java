package dev.gatehouse.iptrust.trustedaddress;

import dev.gatehouse.chassis.messaging.event.StateVersion;
import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.chassis.security.clientaddress.IpNetwork;
import dev.gatehouse.iptrust.trustedaddress.TrustedAddresses.TrustCommand;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

@Entity
@DynamicUpdate
@Table(name = "trusted_address")
class TrustedAddressRow {
    @Id
    UUID id;

    @Column(name = "account_id")
    UUID accountId;

    String network;

    String ip;

    @Column(name = "trusted_at")
    Instant trustedAt;

    @Column(name = "trusted_until")
    Instant trustedUntil;

    @Column(name = "first_used_at")
    @Nullable
    Instant firstUsedAt;

    @Column(name = "last_used_at")
    @Nullable
    Instant lastUsedAt;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    long version;

    /** One that has ended already, to be trusted. */
    static TrustedAddressRow of(UUID id, TrustCommand command, Instant now) {
        TrustedAddressRow row = new TrustedAddressRow();
        row.id = id;
        row.accountId = command.accountId();
        row.network = command.network();
        row.ip = command.address().canonical();
        row.trustedAt = now;
        row.trustedUntil = command.until();
        row.endedAt = now;
        return row;
    }

    /** One that has ended already, to take this up. */
    static TrustedAddressRow of(UUID id, PublishedTrust published) {
        TrustedAddressRow row = new TrustedAddressRow();
        row.id = id;
        row.accountId = published.accountId();
        row.network = published.network();
        row.ip = published.network().split("/", 2)[0];
        row.trustedAt = published.time();
        row.trustedUntil = published.until().orElse(published.time());
        row.endedAt = published.time();
        return row;
    }

    /** As after this change, unless it is known already, or a later one is. */
    void takeUp(PublishedTrust published) {
        long asOf = published.time().toEpochMilli();
        if (published.until().isPresent() && version < asOf) {
            trustedAt = ended() ? published.time() : trustedAt;
            trustedUntil = published.until().get();
            endedAt = null;
            version = asOf;
        } else if (published.until().isEmpty() && version <= asOf && !ended()) {
            endedAt = published.time();
            version = asOf;
        }
    }

    /** Starts or extends the trust. */
    void trust(TrustCommand command, Instant now) {
        if (ended()) {
            trustedAt = now;
            firstUsedAt = null;
            lastUsedAt = null;
        }
        ip = command.address().canonical();
        trustedUntil = command.until();
        endedAt = null;
    }

    void end(Instant now) {
        endedAt = now;
    }

    /** Starts at the clock, so that versions also increase when the row of an earlier trust was deleted. */
    void renewVersion(Instant now) {
        version = StateVersion.next(version, now);
    }

    boolean covers(IpAddress address) {
        return IpNetwork.parse(network).map(parsed -> parsed.contains(address)).orElse(false);
    }

    boolean trusts(IpAddress address, Instant now) {
        return covers(address) && now.isBefore(trustedUntil);
    }

    boolean ended() {
        return endedAt != null;
    }
}
