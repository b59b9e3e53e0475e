package dev.gatehouse.iptrust.network;

import dev.gatehouse.iptrust.network.Networks.NetworkCommand;
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
    UUID id;

    String network;

    String note;

    @Column(name = "expires_at")
    @Nullable
    Instant expiresAt;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "created_by")
    UUID createdBy;

    static NetworkRow of(UUID id, NetworkCommand command, UUID createdBy, Instant now) {
        NetworkRow row = new NetworkRow();
        row.id = id;
        row.network = command.network().canonical();
        row.note = command.note();
        row.expiresAt = command.expiresAt();
        row.createdAt = now;
        row.createdBy = createdBy;
        return row;
    }
}
