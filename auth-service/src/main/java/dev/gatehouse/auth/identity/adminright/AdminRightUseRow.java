package dev.gatehouse.auth.identity.adminright;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** When an administrator last did one kind of thing that needs the right. */
@Entity
@Table(name = "admin_right_use")
class AdminRightUseRow {
    @EmbeddedId
    Key key;

    @Column(name = "last_used_at")
    Instant lastUsedAt;

    /** For Hibernate. */
    AdminRightUseRow() {}

    /** Administrator and kind of action. */
    @Embeddable
    static class Key {
        @Column(name = "account_id")
        UUID accountId;

        /** The type of the event that says so. */
        String action;

        /** For Hibernate. */
        Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && accountId.equals(key.accountId) && action.equals(key.action);
        }

        @Override
        public int hashCode() {
            return Objects.hash(accountId, action);
        }
    }
}
