package dev.gatehouse.chassis.testkit.setting;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.gatehouse.chassis.testkit.hostile.ModuleClasses;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.WithDefault;
import io.smallrye.config.common.utils.StringUtil;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Every number and every duration that an operator can set in a module has bounds. One outside of them is refused with
 * a sentence that names the setting and its value and says what to do. All mappings of the module are gone through, so
 * a new one cannot be forgotten.
 */
public abstract class SettingsOfModule {
    private static final List<String> DURATIONS = List.of("-PT1H", "-PT0.001S", "PT0S", "P100000D");
    private static final List<String> COUNTS = List.of("-1", "-2147483648", "2147483647");
    private static final String ADVICE = ": correct it, or remove it to use the default.";
    private static final List<String> RATIOS = List.of("-0.1", "1.1", "NaN");

    /** Settings without a default, by key; they are given in every case. */
    protected Map<String, String> needed() {
        return Map.of();
    }

    @Test
    void startsWithItsDefaults() throws IOException, ReflectiveOperationException {
        for (Class<?> mapping : mappings()) {
            assertDoesNotThrow(() -> Settings.of(mapping, needed(mapping)), mapping.getName());
        }
    }

    @Test
    void refusesNonsenseWithASentence() throws IOException, ReflectiveOperationException {
        List<String> faults = new ArrayList<>();
        int tried = 0;
        for (Class<?> mapping : mappings()) {
            for (Map.Entry<String, Method> setting : settings("", mapping).entrySet()) {
                for (String value : nonsense(setting.getValue())) {
                    tried++;
                    faults.addAll(
                            faults(mapping, setting.getKey(), setting.getValue().getReturnType(), value));
                }
            }
        }
        assertEquals(List.of(), faults);
        assertFalse(tried == 0);
    }

    private static List<Class<?>> mappings() throws IOException, ReflectiveOperationException {
        return ModuleClasses.in(List.of(Path.of("target/classes"))).stream()
                .filter(type -> type.isAnnotationPresent(ConfigMapping.class))
                .toList();
    }

    private static SortedMap<String, Method> settings(String path, Class<?> group) {
        SortedMap<String, Method> found = new TreeMap<>();
        for (Method method : group.getMethods()) {
            String key = path + StringUtil.skewer(method.getName());
            Class<?> type = method.getReturnType();
            if (type.isInterface() && type.isMemberClass()) {
                found.putAll(settings(key + ".", type));
            } else {
                found.put(key, method);
            }
        }
        return found;
    }

    /** Its default makes sense, whatever it is: zero may mean that nothing is waited for. */
    private static List<String> nonsense(Method setting) {
        WithDefault usual = setting.getAnnotation(WithDefault.class);
        return outOfBounds(setting.getReturnType()).stream()
                .filter(value -> usual == null || !value.equals(usual.value()))
                .toList();
    }

    private static List<String> outOfBounds(Class<?> type) {
        if (type == Duration.class) {
            return DURATIONS;
        }
        if (type == int.class || type == long.class || type == OptionalInt.class) {
            return COUNTS;
        }
        return type == double.class ? RATIOS : List.of();
    }

    private List<String> faults(Class<?> mapping, String key, Class<?> type, String value) {
        String name = mapping.getAnnotation(ConfigMapping.class).prefix() + "." + key;
        Map<String, String> values = new TreeMap<>(needed(mapping));
        values.put(key, value);
        try {
            var unused = Settings.of(mapping, values);
            return List.of(name + "=" + value + " is accepted");
        } catch (ConfigValidationException refusal) {
            String begin = name + " is " + shown(type, value) + " but must be at ";
            return IntStream.range(0, refusal.getProblemCount())
                    .mapToObj(problem -> refusal.getProblem(problem).getMessage())
                    .filter(sentence -> !sentence.startsWith(begin) || !sentence.endsWith(ADVICE))
                    .map(sentence -> name + "=" + value + ": " + sentence)
                    .toList();
        }
    }

    private Map<String, String> needed(Class<?> mapping) {
        Map<String, String> values = new TreeMap<>(needed());
        values.keySet().retainAll(settings("", mapping).keySet());
        return values;
    }

    private static String shown(Class<?> type, String value) {
        return type == Duration.class ? Duration.parse(value).toString() : value;
    }
}
