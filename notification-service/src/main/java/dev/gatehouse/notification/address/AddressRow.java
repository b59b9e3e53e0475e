package dev.gatehouse.notification.address;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "address")
class AddressRow {
    @Id
    String ip;

    @Nullable
    String hostname;

    @Column(name = "resolved_at")
    Instant resolvedAt;

    long version;

    ResolvedAddress address() {
        return new ResolvedAddress(ip, hostname, resolvedAt);
    }

    /** Takes the name in, if it is news; tells whether it was. */
    boolean take(ResolvedAddress address, long newVersion) {
        boolean news = newVersion > version;
        if (news) {
            hostname = address.hostname();
            resolvedAt = address.resolvedAt();
            version = newVersion;
        }
        return news;
    }
}
