package dev.gatehouse.testbed.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The glossary holds: what it names exists, and what it forbids is the name of nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GlossaryTest {
    private static final Pattern SETTING = Pattern.compile("(?m)^\\| `(gatehouse\\.[a-z0-9.-]+)`");
    private static final Pattern EXPRESSION = Pattern.compile("\\{[^{}\\n]+}");

    private final Glossary glossary;
    private final JavaClasses classes;

    GlossaryTest() throws IOException {
        glossary = Glossary.read(Files.readString(Modules.document("glossary.md")));
        classes = Modules.allClasses();
    }

    @Test
    void namesOnlyTypesThatExist() {
        Set<String> existing = classes.stream().map(JavaClass::getSimpleName).collect(Collectors.toSet());

        Set<String> missing = new TreeSet<>(glossary.types());
        missing.removeAll(existing);

        assertTrue(glossary.types().size() > 20, "the glossary names types");
        assertEquals(Set.of(), missing);
    }

    @Test
    void keepsItsBannedWordsOutOfTypeNames() {
        assertEquals(
                List.of(),
                classes.stream()
                        .filter(type -> !type.getSimpleName().isEmpty())
                        .filter(type -> glossary.forbids(type.getSimpleName()))
                        .map(JavaClass::getName)
                        .sorted()
                        .toList());
    }

    @Test
    void keepsItsBannedWordsOutOfEvents() throws IOException {
        Map<String, Set<String>> forbidden = new TreeMap<>();
        for (Path schema : files(Modules.eventSchemas(), file -> file.endsWith("schema.json"))) {
            Set<String> names = new TreeSet<>();
            collect(new ObjectMapper().readTree(schema.toFile()), names);
            names.removeIf(name -> !glossary.forbids(name));
            if (!names.isEmpty()) {
                forbidden.put(schema.toString(), names);
            }
        }
        assertEquals(Map.of(), forbidden);
    }

    @Test
    void keepsItsBannedWordsOutOfSettings() throws IOException {
        assertEquals(
                List.of(),
                SETTING.matcher(Files.readString(Modules.document("settings.md")))
                        .results()
                        .map(setting -> setting.group(1))
                        .filter(glossary::forbids)
                        .toList());
    }

    @Test
    void keepsItsBannedWordsOutOfTemplates() throws IOException {
        Map<String, Set<String>> forbidden = new TreeMap<>();
        for (Path main : Modules.productFolders()) {
            for (Path template : files(main.resolve("resources/templates"), file -> true)) {
                Set<String> words = Stream.concat(
                                Stream.of(template.getFileName().toString()),
                                EXPRESSION
                                        .matcher(Files.readString(template))
                                        .results()
                                        .map(MatchResult::group))
                        .filter(glossary::forbids)
                        .collect(Collectors.toCollection(TreeSet::new));
                if (!words.isEmpty()) {
                    forbidden.put(template.toString(), words);
                }
            }
        }
        assertEquals(Map.of(), forbidden);
    }

    @Test
    void findsBannedWordsInEveryWayOfWritingAName() {
        Glossary planted = Glossary.read("""
                | word | meaning | type | wire name | not |
                |---|---|---|---|---|
                | audience | who | `Audience` | `audience` | door |
                | login | from request to session | `Login` | `login.*` | sign-in |
                | mail | what goes out | `Mail` | | letter (a dead letter is one) |
                """);

        assertTrue(Stream.of("WrongDoor", "DoorFilter", "door", "other_door", "sign-in", "SignInAccount", "signInAt")
                .allMatch(planted::forbids));
        assertTrue(Stream.of("Indoors", "DesignInput", "Login", "DeadLetters", "KafkaDeadLetters")
                .noneMatch(planted::forbids));
        assertEquals(Set.of("Audience", "Login", "Mail"), planted.types());
    }

    /** Names of properties and values of enumerations, at any depth; the words of JSON Schema itself are not ours. */
    private static void collect(JsonNode schema, Set<String> names) {
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        schema.path("enum").forEach(value -> names.add(value.asText()));
        if (schema.path("const").isTextual()) {
            names.add(schema.path("const").asText());
        }
        schema.forEach(child -> collect(child, names));
    }

    private static List<Path> files(Path folder, Predicate<String> named) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile)
                    .filter(file -> named.test(file.toString()))
                    .toList();
        }
    }
}
