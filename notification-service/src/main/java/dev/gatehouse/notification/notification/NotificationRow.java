package dev.gatehouse.notification.notification;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.gatehouse.chassis.mail.useragent.UserAgent;
import dev.gatehouse.chassis.messaging.wire.JsonText;
import dev.gatehouse.notification.template.NotificationFacts;
import dev.gatehouse.notification.template.NotificationKind;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "notification")
class NotificationRow {
    @Id
    UUID id;

    @Column(name = "account_id")
    UUID accountId;

    @Column(name = "about_account_id")
    @Nullable
    UUID aboutAccountId;

    @Enumerated(EnumType.STRING)
    NotificationKind kind;

    @Column(name = "event_id")
    UUID eventId;

    @Column(name = "in_app")
    boolean inApp;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "occurred_at")
    Instant occurredAt;

    @Column(name = "read_at")
    @Nullable
    Instant readAt;

    @Nullable
    String ip;

    @Nullable
    String hostname;

    @Nullable
    String browser;

    @Column(name = "operating_system")
    @Nullable
    String operatingSystem;

    int occurrences;

    @Convert(converter = DetailsColumn.class)
    Map<String, String> details;

    @Column(name = "first_position")
    long firstPosition;

    long position;

    static NotificationRow of(UUID id, NotificationDraft draft, UserAgent userAgent, Instant now) {
        NotificationRow row = new NotificationRow();
        row.id = id;
        row.accountId = draft.accountId();
        row.aboutAccountId = draft.aboutAccountId();
        row.kind = draft.kind();
        row.eventId = draft.eventId();
        row.createdAt = now;
        row.occurredAt = draft.occurredAt();
        row.ip = draft.ip();
        row.hostname = draft.hostname();
        row.browser = userAgent.browser();
        row.operatingSystem = userAgent.system();
        row.occurrences = 1;
        row.details = draft.details();
        return row;
    }

    NotificationFacts facts() {
        UserAgent userAgent = new UserAgent(browser, operatingSystem);
        return new NotificationFacts(kind, occurredAt, ip, hostname, userAgent, occurrences, details);
    }

    @Converter
    static class DetailsColumn implements AttributeConverter<Map<String, String>, String> {
        private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

        @Override
        public String convertToDatabaseColumn(Map<String, String> details) {
            return JsonText.write(details);
        }

        @Override
        public Map<String, String> convertToEntityAttribute(String column) {
            return JsonText.read(column, DETAILS);
        }
    }
}
