package dev.gatehouse.notification.preference;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.gatehouse.chassis.messaging.wire.JsonText;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.UUID;

@Entity
@Table(name = "preference")
class PreferenceRow {
    @Id
    @Column(name = "account_id")
    UUID accountId;

    @Convert(converter = ChoicesColumn.class)
    Map<String, Choice> choices;

    long version;

    @Converter
    static class ChoicesColumn implements AttributeConverter<Map<String, Choice>, String> {
        private static final TypeReference<Map<String, Choice>> CHOICES = new TypeReference<>() {};

        @Override
        public String convertToDatabaseColumn(Map<String, Choice> choices) {
            return JsonText.write(choices);
        }

        @Override
        public Map<String, Choice> convertToEntityAttribute(String column) {
            return JsonText.read(column, CHOICES);
        }
    }
}
