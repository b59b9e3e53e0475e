package dev.gatehouse.notification.delivery;

import dev.gatehouse.notification.template.NotificationKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "delivery")
class DeliveryRow {
    @Id
    UUID id;

    @Column(name = "notification_id")
    UUID notificationId;

    @Column(name = "account_id")
    UUID accountId;

    @Enumerated(EnumType.STRING)
    NotificationKind kind;

    @Enumerated(EnumType.STRING)
    DeliveryState state;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "due_at")
    Instant dueAt;

    @Column(name = "give_up_at")
    Instant giveUpAt;

    int attempts;

    @Nullable
    String recipient;

    @Column(name = "sent_at")
    @Nullable
    Instant sentAt;

    @Column(name = "last_error")
    @Nullable
    String lastError;

    @Column(name = "awaited_ip")
    @Nullable
    String awaitedIp;

    static DeliveryRow owed(UUID id, MailOrder order, Instant now, Instant giveUpAt) {
        DeliveryRow row = new DeliveryRow();
        row.id = id;
        row.notificationId = order.notificationId();
        row.accountId = order.accountId();
        row.kind = order.kind();
        row.state = DeliveryState.PENDING;
        row.createdAt = now;
        row.dueAt = order.dueAt();
        row.giveUpAt = giveUpAt;
        row.awaitedIp = order.awaitedIp();
        return row;
    }
}
