package dev.gatehouse.iptrust.trustedaddress;

import dev.gatehouse.chassis.messaging.event.StateVersion;
import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.chassis.security.clientaddress.IpNetwork;
import dev.gatehouse.contracts.state.TrustedAddressState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "trusted_address")
class TrustedAddressRow {
    @Id
    private UUID id;

    @Column(name = "account_id")
    private UUID accountId;

    private String network;

    private String ip;

    @Column(name = "trusted_at")
    private Instant trustedAt;

    @Column(name = "trusted_until")
    private Instant trustedUntil;

    @Column(name = "first_used_at")
    private @Nullable Instant firstUsedAt;

    @Column(name = "last_used_at")
    private @Nullable Instant lastUsedAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    private long version;

    static TrustedAddressRow of(UUID id, TrustRequest request, Instant now) {
        TrustedAddressRow row = new TrustedAddressRow();
        row.id = id;
        row.accountId = request.accountId();
        row.network = request.network();
        row.endedAt = now;
        row.trust(request, now);
        return row;
    }

    void trust(TrustRequest request, Instant now) {
        if (ended()) {
            trustedAt = now;
            firstUsedAt = null;
            lastUsedAt = null;
        }
        ip = request.address().canonical();
        trustedUntil = request.until();
        endedAt = null;
        renewVersion(now);
    }

    void end(Instant now) {
        endedAt = now;
        renewVersion(now);
    }

    void renewVersion(Instant now) {
        version = StateVersion.next(version, now);
    }

    /** Uses may be told late and in any order. */
    void use(Instant time) {
        firstUsedAt = firstUsedAt == null || time.isBefore(firstUsedAt) ? time : firstUsedAt;
        lastUsedAt = lastUsedAt == null || time.isAfter(lastUsedAt) ? time : lastUsedAt;
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

    boolean belongsTo(UUID account) {
        return accountId.equals(account);
    }

    UUID id() {
        return id;
    }

    UUID accountId() {
        return accountId;
    }

    String network() {
        return network;
    }

    Instant trustedUntil() {
        return trustedUntil;
    }

    TrustedAddressState state() {
        return endedAt == null
                ? new TrustedAddressState(accountId, network, trustedUntil, version)
                : new TrustedAddressState(accountId, network, endedAt, version, true);
    }

    TrustedAddress view(@Nullable String hostname) {
        return new TrustedAddress(id, accountId, network, hostname, trustedAt, firstUsedAt, lastUsedAt, trustedUntil);
    }

    String ip() {
        return ip;
    }
}
