package dev.gatehouse.iptrust.hostname;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "address_use")
class AddressUseRow {
    @EmbeddedId
    Key key;

    @Column(name = "first_used_at")
    Instant firstUsedAt;

    @Column(name = "last_used_at")
    Instant lastUsedAt;

    static AddressUseRow of(Key key, Instant time) {
        AddressUseRow row = new AddressUseRow();
        row.key = key;
        row.firstUsedAt = time;
        row.lastUsedAt = time;
        return row;
    }

    /** Accepts events that arrive late and in any order. */
    void recordUse(Instant time) {
        firstUsedAt = time.isBefore(firstUsedAt) ? time : firstUsedAt;
        lastUsedAt = time.isAfter(lastUsedAt) ? time : lastUsedAt;
    }

    /** An account and an address that it logged in from. */
    @Embeddable
    record Key(String ip, @Column(name = "account_id") UUID accountId) {}
}
