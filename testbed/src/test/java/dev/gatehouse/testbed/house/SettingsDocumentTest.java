package dev.gatehouse.testbed.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The page of settings says what the code reads, with the defaults that the code has. */
class SettingsDocumentTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(gatehouse\\.[a-z0-9.-]+)` \\| (?:`([^`|]*)`)? *\\|");
    /** What all services share is documented by its environment variable; more of them may follow in the first cell. */
    private static final Pattern SUITE_ROW =
            Pattern.compile("(?m)^\\| `(GATEHOUSE_[A-Z0-9_]+)`[^|]*\\| (?:`([^`|]*)`)?");

    private static final Pattern EXPRESSION = Pattern.compile("\\$?\\{(gatehouse\\.[a-z0-9.-]+):([^}]*)}");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(GATEHOUSE_[A-Z0-9_]+|gatehouse\\.[a-z0-9.-]+)");
    private static final String OF_ALL = "Every service";
    private static final Pattern CAMEL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    @Test
    void namesEverySettingOfTheServicesWithItsDefault() throws IOException {
        Map<String, String> read = new TreeMap<>();
        read().forEach((name, value) -> read.put(variable(name), value));
        Map<String, String> documented = documented();
        documented.keySet().removeAll(expressions());
        documented.keySet().removeIf(name -> !read.containsKey(name) && name.startsWith("GATEHOUSE_PORT_"));

        assertEquals(List.of(), differences(read, documented));
    }

    private static List<String> differences(Map<String, String> read, Map<String, String> documented)
            throws IOException {
        Map<String, String> rows = rows();
        Set<String> names = new TreeSet<>(read.keySet());
        names.addAll(documented.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(read.get(name), documented.get(name)))
                .map(name -> difference(rows.getOrDefault(name, name), read.get(name), documented.get(name)))
                .toList();
    }

    private static String difference(String name, @Nullable String read, @Nullable String documented) {
        if (documented == null) {
            return "Missing in docs/settings.md: %s (default %s): add its row under %s"
                    .formatted(name, read == null ? "none" : orNone(read), heading(name));
        }
        return read == null
                ? "Not read by the code: %s: take its row out of docs/settings.md".formatted(name)
                : "Another default: %s is %s in the code and %s in docs/settings.md: make them the same"
                        .formatted(name, orNone(read), orNone(documented));
    }

    /** How the row of each variable begins, where that is not the variable. */
    private static Map<String, String> rows() throws IOException {
        Map<String, String> rows = new TreeMap<>();
        read().keySet().stream()
                .filter(name -> !heading(name).equals(OF_ALL))
                .forEach(name -> rows.put(variable(name), name));
        ROW.matcher(Files.readString(Modules.document("settings.md")))
                .results()
                .forEach(row -> rows.put(variable(row.group(1)), row.group(1)));
        return rows;
    }

    private static String orNone(String value) {
        return value.isEmpty() ? "none" : value;
    }

    /** The heading above the rows of the setting. */
    private static String heading(String name) {
        return Stream.of("auth", "ip-trust", "notification", "audit")
                .filter(service -> name.startsWith("gatehouse." + service + "."))
                .map(service -> service + "-service")
                .findFirst()
                .orElse(OF_ALL);
    }

    private static Map<String, String> documented() throws IOException {
        Map<String, String> rows = new TreeMap<>();
        String document = Files.readString(Modules.document("settings.md"));
        Matcher row = ROW.matcher(document);
        while (row.find()) {
            rows.put(variable(row.group(1)), row.group(2) == null ? "" : row.group(2));
        }
        Matcher suite = SUITE_ROW.matcher(document);
        while (suite.find()) {
            rows.put(suite.group(1), suite.group(2) == null ? "" : suite.group(2));
        }
        return rows;
    }

    private static String variable(String name) {
        return name.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
    }

    /** Variables that a file of configuration reads by an expression, and no mapping. */
    private static Set<String> expressions() throws IOException {
        String files = Files.readString(Modules.document("../auth-service/src/main/resources/application.properties"))
                + Files.readString(
                        Modules.document("../chassis/core/src/main/resources/META-INF/microprofile-config.properties"))
                + Files.readString(
                        Modules.document("../chassis/mail/src/main/resources/META-INF/microprofile-config.properties"));
        Set<String> names = new TreeSet<>();
        Matcher expression = VARIABLE.matcher(files);
        while (expression.find()) {
            names.add(variable(expression.group(1)));
        }
        read().keySet().forEach(name -> names.remove(variable(name)));
        return names;
    }

    private static Map<String, String> read() {
        Map<String, String> settings = new TreeMap<>();
        for (JavaClass type : Modules.classes()) {
            type.tryGetAnnotationOfType("io.smallrye.config.ConfigMapping")
                    .flatMap(mapping -> mapping.get("prefix"))
                    .ifPresent(prefix -> group(String.valueOf(prefix), type, settings));
            type.getMethods().forEach(method -> scheduled(method, settings));
        }
        return settings;
    }

    private static void group(String prefix, JavaClass type, Map<String, String> settings) {
        // those of a parent first: an overriding method says the default anew
        type.getRawInterfaces().forEach(parent -> group(prefix, parent, settings));
        for (JavaMethod method : type.getMethods()) {
            String name = prefix + "."
                    + CAMEL.matcher(method.getName()).replaceAll("-").toLowerCase(Locale.ROOT);
            if (method.getRawReturnType().isInterface()
                    && method.getRawReturnType().isNestedClass()) {
                group(name, method.getRawReturnType(), settings);
            } else if (!method.getModifiers().contains(JavaModifier.STATIC)) {
                settings.put(name, value(method, "io.smallrye.config.WithDefault"));
            }
        }
    }

    private static void scheduled(JavaMethod method, Map<String, String> settings) {
        method.tryGetAnnotationOfType("io.quarkus.scheduler.Scheduled")
                .flatMap(annotation -> annotation.get("every"))
                .map(every -> EXPRESSION.matcher(String.valueOf(every)))
                .filter(Matcher::matches)
                .ifPresent(setting -> settings.putIfAbsent(setting.group(1), setting.group(2)));
    }

    private static String value(JavaMethod method, String annotation) {
        return method.tryGetAnnotationOfType(annotation)
                .flatMap((JavaAnnotation<?> found) -> found.get("value"))
                .map(String::valueOf)
                .orElse("");
    }
}
