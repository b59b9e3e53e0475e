package dev.gatehouse.iptrust.hostname;

import dev.gatehouse.chassis.messaging.event.StateVersion;
import dev.gatehouse.contracts.state.AddressState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** Only what changed is written, because a sign-in may mark the row while a look-up of it ends. */
@Entity
@DynamicUpdate
@Table(name = "address")
class AddressRow {
    private static final Duration TOLD_AGAIN_AFTER = Duration.ofDays(1);

    @Id
    private String ip;

    private @Nullable String hostname;

    private boolean confirmed;

    private boolean internal;

    @Column(name = "wanted_at")
    private Instant wantedAt;

    @Column(name = "resolved_at")
    private @Nullable Instant resolvedAt;

    boolean owed;

    @Column(name = "told_at")
    private @Nullable Instant toldAt;

    private long version;

    static AddressRow wanted(String ip, Instant now) {
        AddressRow row = new AddressRow();
        row.ip = ip;
        row.wantedAt = now;
        row.owed = true;
        return row;
    }

    void want(Instant now, Duration goodFor) {
        if (resolvedAt == null || resolvedAt.isBefore(now.minus(goodFor))) {
            wantedAt = now;
            owed = true;
        }
    }

    /** Takes the finding; whether the others should hear of it. */
    boolean take(Finding finding, Instant now) {
        boolean news = !Objects.equals(hostname, finding.hostname())
                || confirmed != finding.confirmed()
                || internal != finding.internal()
                || toldAt == null
                || toldAt.isBefore(now.minus(TOLD_AGAIN_AFTER));
        hostname = finding.hostname();
        confirmed = finding.confirmed();
        internal = finding.internal();
        resolvedAt = now;
        owed = false;
        if (news) {
            toldAt = now;
            version = StateVersion.next(version, now);
        }
        return news;
    }

    AddressState state(Instant now) {
        return new AddressState(ip, hostname, confirmed, internal, now, version);
    }

    String ip() {
        return ip;
    }

    @Nullable
    String confirmedName() {
        return confirmed ? hostname : null;
    }

    boolean resolved() {
        return resolvedAt != null;
    }

    AddressFacts facts() {
        return new AddressFacts(ip, hostname, confirmed, internal, resolvedAt);
    }

    /** The outcome of a look-up, judged. */
    record Finding(@Nullable String hostname, boolean confirmed, boolean internal) {}
}
