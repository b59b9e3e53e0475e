package dev.gatehouse.iptrust.network;

import dev.gatehouse.contracts.state.IpTrustState.TrustedNetwork;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "trusted_network")
class NetworkRow {
    @Id
    private UUID id;

    private String network;

    private String note;

    @Column(name = "expires_at")
    private @Nullable Instant expiresAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private UUID createdBy;

    static NetworkRow of(UUID id, NetworkCommand wish, UUID createdBy, Instant now) {
        NetworkRow row = new NetworkRow();
        row.id = id;
        row.network = wish.network().canonical();
        row.note = wish.note();
        row.expiresAt = wish.expiresAt();
        row.createdAt = now;
        row.createdBy = createdBy;
        return row;
    }

    UUID id() {
        return id;
    }

    String network() {
        return network;
    }

    boolean expired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    TrustedNetwork published() {
        return new TrustedNetwork(network, expiresAt);
    }

    NetworkResponse view() {
        return new NetworkResponse(id, network, note, expiresAt, createdAt, createdBy);
    }
}
