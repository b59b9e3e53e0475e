package dev.gatehouse.auth.session.hostname;

import dev.gatehouse.contracts.state.AddressState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The newest word on one address; without a name when there is none, or none that can be believed. */
@Entity
@Table(name = "address_name")
class AddressNameRow {
    @Id
    String ip;

    @Nullable
    String hostname;

    @Column(name = "resolved_at")
    Instant resolvedAt = Instant.EPOCH;

    long version = Long.MIN_VALUE;

    /** For the persistence provider. */
    AddressNameRow() {}

    AddressNameRow(String ip) {
        this.ip = ip;
    }

    void renew(AddressState told) {
        if (told.version() > version) {
            hostname = told.confirmed() ? told.hostname() : null;
            resolvedAt = told.resolvedAt();
            version = told.version();
        }
    }
}
