package dev.gatehouse.iptrust.hostname;

import dev.gatehouse.chassis.messaging.event.StateVersion;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** Updates write only changed columns, because a login may request a lookup while another lookup ends. */
@Entity
@DynamicUpdate
@Table(name = "address")
class AddressRow {
    /**
     * Shorter than the freshness of a name in notification-service ({@code gatehouse.notification.intake
     * .hostname-freshness}, an hour): a mail would wait for a result that is never published.
     */
    private static final Duration PUBLISH_INTERVAL = Duration.ofMinutes(30);

    @Id
    String ip;

    @Nullable
    String hostname;

    boolean confirmed;

    boolean internal;

    @Column(name = "requested_at")
    Instant requestedAt;

    @Column(name = "resolved_at")
    @Nullable
    Instant resolvedAt;

    @Column(name = "lookup_due")
    boolean lookupDue;

    @Column(name = "published_at")
    @Nullable
    Instant publishedAt;

    long version;

    static AddressRow of(String ip, Instant now) {
        AddressRow row = new AddressRow();
        row.ip = ip;
        row.requestedAt = now;
        row.lookupDue = true;
        return row;
    }

    /** Makes a lookup due, unless the last result is newer than its lifetime. */
    void requestLookup(Instant now, Duration lifetime) {
        if (resolvedAt == null || resolvedAt.isBefore(now.minus(lifetime))) {
            requestedAt = now;
            lookupDue = true;
        }
    }

    /** Stores the result; returns whether it must be published: when it changed, and every half hour. */
    boolean update(Result result, Instant now) {
        boolean publish = !Objects.equals(hostname, result.hostname())
                || confirmed != result.confirmed()
                || internal != result.internal()
                || publishedAt == null
                || publishedAt.isBefore(now.minus(PUBLISH_INTERVAL));
        hostname = result.hostname();
        confirmed = result.confirmed();
        internal = result.internal();
        resolvedAt = now;
        lookupDue = false;
        if (publish) {
            publishedAt = now;
            version = StateVersion.next(version, now);
        }
        return publish;
    }

    /** A lookup without an answer says nothing about a name that was confirmed: it stays until the next one. */
    boolean keepsItsName(Instant now) {
        if (confirmedHostname() == null) {
            return false;
        }
        resolvedAt = now;
        lookupDue = false;
        return true;
    }

    @Nullable
    String confirmedHostname() {
        return confirmed ? hostname : null;
    }

    /** What a lookup found. */
    record Result(@Nullable String hostname, boolean confirmed, boolean internal) {}
}
