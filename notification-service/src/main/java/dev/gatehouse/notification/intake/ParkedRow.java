package dev.gatehouse.notification.intake;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.gatehouse.chassis.messaging.wire.JsonText;
import dev.gatehouse.notification.notice.NoticeDraft;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What is to be told to an account that is not known yet. */
@Entity
@Table(name = "parked_notice")
class ParkedRow {
    @Id
    @Column(name = "event_id")
    UUID eventId;

    @Column(name = "account_id")
    UUID accountId;

    @Convert(converter = DraftColumn.class)
    NoticeDraft draft;

    @Column(name = "parked_at")
    Instant parkedAt;

    static ParkedRow of(NoticeDraft draft, Instant now) {
        ParkedRow row = new ParkedRow();
        row.eventId = draft.eventId();
        row.accountId = draft.accountId();
        row.draft = draft;
        row.parkedAt = now;
        return row;
    }

    @Converter
    static class DraftColumn implements AttributeConverter<NoticeDraft, String> {
        private static final TypeReference<NoticeDraft> DRAFT = new TypeReference<>() {};

        @Override
        public String convertToDatabaseColumn(NoticeDraft draft) {
            return JsonText.write(draft);
        }

        @Override
        public NoticeDraft convertToEntityAttribute(String column) {
            return JsonText.read(column, DRAFT);
        }
    }
}
