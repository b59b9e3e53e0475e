package dev.gatehouse.chassis.testkit.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * H2, L3: no text of a client costs a module more than linear time. All classes of the module are gone through: every
 * pattern is a constant (a house rule) and is run on hostile text, and so is every static method and constructor that
 * takes nothing but text, bytes of it or lists of it, which is what parsers are. A new one cannot be forgotten.
 */
public abstract class LinearTimeOfModule {
    /** The types of text, by their names. */
    private static final Map<String, Function<String, Object>> TEXTS = Map.of(
            "java.lang.String",
            text -> text,
            "byte[]",
            text -> text.getBytes(StandardCharsets.UTF_8),
            "java.util.List<java.lang.String>",
            List::of,
            "java.util.Optional<java.lang.String>",
            Optional::of);

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
                    LinearTime.fault((Pattern) field.get(null)).ifPresent(fault -> faults.put(field.toString(), fault));
                }
            }
        }
        assertEquals(Map.of(), faults);
    }

    @Test
    void everyParserIsLinear() throws IOException, ReflectiveOperationException {
        Map<String, String> faults = new TreeMap<>();
        for (Class<?> type : ModuleClasses.in(classes())) {
            parsers(type).forEach(parser -> LinearTime.fault(run(parser), LinearTime.LIMIT)
                    .ifPresent(fault -> faults.put(parser.toString(), fault)));
        }
        assertEquals(Map.of(), faults);
    }

    /** The static methods and constructors of a type that take nothing but text. */
    public static List<Executable> parsers(Class<?> type) {
        Stream<Method> methods = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers())
                        && !method.getName().equals("main"));
        Stream<Constructor<?>> constructors = Arrays.stream(type.getDeclaredConstructors())
                .filter(made -> !Modifier.isAbstract(type.getModifiers()) && !type.isEnum());
        return Stream.<Executable>concat(methods, constructors)
                .filter(parser -> !parser.isSynthetic() && parser.getParameterCount() > 0)
                .filter(parser -> Arrays.stream(parser.getGenericParameterTypes())
                        .allMatch(parameter -> TEXTS.containsKey(parameter.getTypeName())))
                .toList();
    }

    private static Consumer<String> run(Executable parser) {
        parser.setAccessible(true);
        return text -> {
            try {
                Object[] arguments = Arrays.stream(parser.getGenericParameterTypes())
                        .map(parameter -> Objects.requireNonNull(TEXTS.get(parameter.getTypeName()))
                                .apply(text))
                        .toArray();
                if (parser instanceof Constructor<?> constructor) {
                    constructor.newInstance(arguments);
                } else {
                    ((Method) parser).invoke(null, arguments);
                }
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        };
    }
}
