package dev.gatehouse.notification.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The last position that an account has used. */
@Entity
@Table(name = "notification_head")
class NotificationHeadRow {
    @Id
    @Column(name = "account_id")
    UUID accountId;

    long position;
}
