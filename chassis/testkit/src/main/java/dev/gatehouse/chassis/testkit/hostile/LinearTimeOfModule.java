package dev.gatehouse.chassis.testkit.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * H2, L3: no text of a client costs a module more than linear time. All classes of the module are gone through: every
 * pattern is a constant (a house rule) and is run on hostile text, and so is every static method that takes nothing but
 * text, which is what parsers are. A new one cannot be forgotten.
 */
public abstract class LinearTimeOfModule {
    private static final String CLASS = ".class";

    /** Where the compiled classes of the module are; by default where Maven puts those of the module under test. */
    protected List<Path> classes() {
        return List.of(Path.of("target/classes"));
    }

    @Test
    void everyPatternIsLinear() throws IOException, ReflectiveOperationException {
        Map<String, String> faults = new TreeMap<>();
        for (Class<?> type : types()) {
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
        for (Class<?> type : types()) {
            for (Method method : type.getDeclaredMethods()) {
                if (readsTextOnly(method)) {
                    LinearTime.fault(parser(method), LinearTime.LIMIT)
                            .ifPresent(fault -> faults.put(method.toString(), fault));
                }
            }
        }
        assertEquals(Map.of(), faults);
    }

    private List<Class<?>> types() throws IOException, ReflectiveOperationException {
        List<Class<?>> found = new ArrayList<>();
        for (Path root : classes()) {
            for (String name : names(root)) {
                found.add(Class.forName(name, false, getClass().getClassLoader()));
            }
        }
        assertFalse(found.isEmpty());
        return found;
    }

    private static List<String> names(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.startsWith("dev") && name.endsWith(CLASS) && !name.endsWith("-info" + CLASS))
                    .map(name ->
                            name.substring(0, name.length() - CLASS.length()).replace('/', '.'))
                    .sorted()
                    .toList();
        }
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
