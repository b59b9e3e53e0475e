package dev.gatehouse.chassis.testkit.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * H2, L3: no text of a client costs a module more than linear time. All classes of the module are gone through: every
 * pattern is a constant (a house rule) and is run on hostile text, and so is every static method that takes nothing but
 * text, which is what parsers are. A new one cannot be forgotten.
 */
public abstract class LinearTimeOfModule {
    /** Where the compiled classes of the module are; by default where Maven puts those of the module under test. */
    protected List<Path> classes() {
        return List.of(Path.of("target/classes"));
    }

    @Test
    void everyPatternIsLinear() throws IOException, ReflectiveOperationException {
        Map<String, String> faults = new TreeMap<>();
        for (Class<?> type : ModuleClasses.in(classes())) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getType() == Pattern.class && Modifier.isStatic(field.getModifiers())) {
                    field.setAccessible(true);
                    LinearTime.fault((Pattern) field.get(null), LinearTime.LIMIT)
                            .ifPresent(fault -> faults.put(field.toString(), fault));
                }
            }
        }
        assertEquals(Map.of(), faults);
    }

    @Test
    void everyParserIsLinear() throws IOException, ReflectiveOperationException {
        Map<String, String> faults = new TreeMap<>();
        for (Class<?> type : ModuleClasses.in(classes())) {
            for (Method method : type.getDeclaredMethods()) {
                if (readsTextOnly(method)) {
                    LinearTime.fault(parser(method), LinearTime.LIMIT)
                            .ifPresent(fault -> faults.put(method.toString(), fault));
                }
            }
        }
        assertEquals(Map.of(), faults);
    }

    private static boolean readsTextOnly(Method method) {
        return Modifier.isStatic(method.getModifiers())
                && !method.isSynthetic()
                && method.getParameterCount() > 0
                && Arrays.stream(method.getParameterTypes()).allMatch(type -> type == String.class);
    }

    private static Consumer<String> parser(Method method) {
        method.setAccessible(true);
        return text -> {
            Object[] arguments = new Object[method.getParameterCount()];
            Arrays.fill(arguments, text);
            try {
                method.invoke(null, arguments);
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        };
    }
}
