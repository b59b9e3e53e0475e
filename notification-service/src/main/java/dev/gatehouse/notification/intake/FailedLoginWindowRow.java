package dev.gatehouse.notification.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The notification that counts the failed logins of an account, and since when. */
@Entity
@Table(name = "failed_login_window")
class FailedLoginWindowRow {
    @Id
    @Column(name = "account_id")
    UUID accountId;

    @Column(name = "notification_id")
    UUID notificationId;

    @Column(name = "started_at")
    Instant startedAt;

    /** Whether the mail with the total is scheduled. */
    @Column(name = "total_scheduled")
    boolean totalScheduled;

    void start(UUID newNotificationId, Instant newStart) {
        notificationId = newNotificationId;
        startedAt = newStart;
        totalScheduled = false;
    }
}
