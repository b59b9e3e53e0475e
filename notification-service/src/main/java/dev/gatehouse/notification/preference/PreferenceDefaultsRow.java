package dev.gatehouse.notification.preference;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.gatehouse.chassis.messaging.wire.JsonText;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Map;

@Entity
@Table(name = "preference_default")
class PreferenceDefaultsRow {
    /** The only row. */
    static final int ID = 1;

    @Id
    int id;

    @Convert(converter = RulesColumn.class)
    Map<String, Rule> rules;

    long version;

    @Converter
    static class RulesColumn implements AttributeConverter<Map<String, Rule>, String> {
        private static final TypeReference<Map<String, Rule>> RULES = new TypeReference<>() {};

        @Override
        public String convertToDatabaseColumn(Map<String, Rule> rules) {
            return JsonText.write(rules);
        }

        @Override
        public Map<String, Rule> convertToEntityAttribute(String column) {
            return JsonText.read(column, RULES);
        }
    }
}
