package dev.gatehouse.chassis.testkit.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * No type says a secret that it holds: whatever is named as one in a record is left out of its text, and a mapping of
 * settings, which may hold one, has no text at all. All classes of the module are gone through.
 */
public abstract class SecretsOfModule {
    private static final Pattern NAMED_AS_A_SECRET = Pattern.compile(
            "(?i).*(password|secret|token|phc|pepper|cookie|matchNumber|privateKey).*|number|code|proof");

    private static final String MARKER = "the-secret-itself";

    /** Components with such a name that are no secret, as {@code Type.component}. */
    protected Set<String> openly() {
        return Set.of();
    }

    /** Where the compiled classes of the module are; by default where Maven puts those of the module under test. */
    protected List<Path> classes() {
        return List.of(Path.of("target/classes"));
    }

    @Test
    void noRecordSaysItsSecret() throws IOException, ReflectiveOperationException {
        List<String> said = new ArrayList<>();
        for (Class<?> type : ModuleClasses.in(classes())) {
            if (type.isRecord()
                    && secrets(type).findAny().isPresent()
                    && text(type).contains(MARKER)) {
                said.add(type.getName());
            }
        }
        assertEquals(List.of(), said);
    }

    @Test
    void noSettingHasAText() throws IOException, ReflectiveOperationException {
        for (Class<?> type : ModuleClasses.in(classes())) {
            if (type.isInterface() && type.getSimpleName().endsWith("Config")) {
                assertThrows(NoSuchMethodException.class, () -> type.getDeclaredMethod("toString"), type::getName);
            }
        }
    }

    private Stream<RecordComponent> secrets(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> isText(component.getType()))
                .filter(component ->
                        NAMED_AS_A_SECRET.matcher(component.getName()).matches())
                .filter(component -> !openly().contains(type.getSimpleName() + "." + component.getName()));
    }

    private static boolean isText(Class<?> type) {
        return type == String.class || type == byte[].class || type == Optional.class;
    }

    private String text(Class<?> type) throws ReflectiveOperationException {
        Set<String> secrets =
                Set.copyOf(secrets(type).map(RecordComponent::getName).toList());
        RecordComponent[] components = type.getRecordComponents();
        Constructor<?> canonical = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        canonical.setAccessible(true);
        Object[] values = Arrays.stream(components)
                .map(component -> secrets.contains(component.getName())
                        ? marked(component.getType())
                        : anything(component.getType()))
                .toArray();
        try {
            return canonical.newInstance(values).toString();
        } catch (InvocationTargetException refused) {
            throw new AssertionError("Cannot be made by this test: " + type.getName(), refused.getCause());
        }
    }

    private static Object marked(Class<?> type) {
        if (type == Optional.class) {
            return Optional.of(MARKER);
        }
        return type == byte[].class ? MARKER.getBytes(StandardCharsets.UTF_8) : MARKER;
    }

    private static @Nullable Object anything(Class<?> type) {
        Map<Class<?>, Object> values = Map.ofEntries(
                Map.entry(String.class, "anything"),
                Map.entry(int.class, 1),
                Map.entry(long.class, 1L),
                Map.entry(double.class, 1.0),
                Map.entry(boolean.class, true),
                Map.entry(UUID.class, new UUID(1, 1)),
                Map.entry(Instant.class, Instant.EPOCH),
                Map.entry(Duration.class, Duration.ofMinutes(1)),
                Map.entry(Optional.class, Optional.empty()),
                Map.entry(List.class, List.of()),
                Map.entry(Set.class, Set.of()),
                Map.entry(Map.class, Map.of()));
        return type.isEnum() ? type.getEnumConstants()[0] : values.get(type);
    }
}
