package dev.gatehouse.auth.identity.adminright;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Why, by whom and since when an account has the admin right; until when is a property of the account. */
@Entity
@Table(name = "admin_right")
class AdminRightRow {
    @Id
    @Column(name = "account_id")
    UUID accountId;

    @Column(name = "granted_at")
    Instant grantedAt;

    @Column(name = "granted_by")
    @Nullable
    UUID grantedBy;

    String reason;

    @Column(name = "last_action_at")
    @Nullable
    Instant lastActionAt;

    /** For Hibernate. */
    AdminRightRow() {}

    AdminRightRow(UUID accountId, Instant grantedAt) {
        this.accountId = accountId;
        this.grantedAt = grantedAt;
    }
}
