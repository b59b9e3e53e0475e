package dev.gatehouse.notification.intake;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.gatehouse.chassis.messaging.wire.JsonText;
import dev.gatehouse.notification.notification.NotificationDraft;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A notification for an account that is not known yet. */
@Entity
@Table(name = "deferred_notification")
class DeferredNotificationRow {
    @Id
    @Column(name = "event_id")
    UUID eventId;

    @Column(name = "account_id")
    UUID accountId;

    @Convert(converter = DraftColumn.class)
    NotificationDraft draft;

    @Column(name = "deferred_at")
    Instant deferredAt;

    static DeferredNotificationRow of(NotificationDraft draft, Instant now) {
        DeferredNotificationRow row = new DeferredNotificationRow();
        row.eventId = draft.eventId();
        row.accountId = draft.accountId();
        row.draft = draft;
        row.deferredAt = now;
        return row;
    }

    @Converter
    static class DraftColumn implements AttributeConverter<NotificationDraft, String> {
        private static final TypeReference<NotificationDraft> DRAFT = new TypeReference<>() {};

        @Override
        public String convertToDatabaseColumn(NotificationDraft draft) {
            return JsonText.write(draft);
        }

        @Override
        public NotificationDraft convertToEntityAttribute(String column) {
            return JsonText.read(column, DRAFT);
        }
    }
}
