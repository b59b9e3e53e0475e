package dev.gatehouse.contracts.published;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import dev.gatehouse.contracts.event.EventType;
import dev.gatehouse.contracts.published.PublishedTypes.Published;
import dev.gatehouse.contracts.state.State;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SchemasTest {
    private static final Set<String> IN_HEADERS = Set.of("id", "time", "service");

    @ParameterizedTest
    @MethodSource("dev.gatehouse.contracts.published.PublishedTypes#all")
    void acceptsItsGoldenExample(Published type) {
        // Given
        var strict =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        var schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(type.schema(), strict);

        // When
        var complaints = schema.validate(type.example());

        // Then
        assertEquals(Set.of(), complaints);
        assertEquals(type.urn(), type.schema().get("$id").asText());
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.contracts.published.PublishedTypes#all")
    void namesExactlyWhatTheRecordHolds(Published type) {
        // Given
        Predicate<RecordComponent> inValue = component -> !isEvent(type) || !IN_HEADERS.contains(component.getName());

        // Then
        assertSameNames(type.value(), inValue, type.schema());
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void namesExactlyWhatTheDataHolds(EventType type) {
        JsonNode schema = PublishedTypes.read("/events/" + type.wireName() + "/v1/schema.json");
        assertSameNames(type.dataClass(), component -> true, schema.at("/properties/data"));
    }

    @Test
    void knowsEveryState() {
        assertEquals(
                Arrays.stream(State.class.getPermittedSubclasses()).collect(Collectors.toSet()),
                PublishedTypes.states()
                        .map(Published::value)
                        .filter(State.class::isAssignableFrom)
                        .collect(Collectors.toSet()));
    }

    private static boolean isEvent(Published type) {
        return EventType.named(type.name()).isPresent();
    }

    private static void assertSameNames(Class<?> type, Predicate<RecordComponent> included, JsonNode schema) {
        Set<String> names = new TreeSet<>();
        Set<String> required = new TreeSet<>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (included.test(component)) {
                names.add(component.getName());
            }
            if (included.test(component) && !isNullable(component)) {
                required.add(component.getName());
            }
        }
        String record = type.getSimpleName();
        assertEquals(names, properties(schema), () -> "The schema's properties are not the components of " + record);
        assertEquals(
                required,
                required(schema),
                () -> "The schema's required are not the components of " + record + " without @Nullable");
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Set<String> properties(JsonNode schema) {
        Set<String> names = new TreeSet<>();
        schema.get("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> required(JsonNode schema) {
        return StreamSupport.stream(schema.get("required").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
