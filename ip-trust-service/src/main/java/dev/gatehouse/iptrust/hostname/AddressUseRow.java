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

    /** An account and an address that it logged in from. */
    @Embeddable
    record Key(String ip, @Column(name = "account_id") UUID accountId) {}
}
