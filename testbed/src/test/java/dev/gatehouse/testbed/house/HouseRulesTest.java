package dev.gatehouse.testbed.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The numbered rules of the house style, one test each. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HouseRulesTest {
    private static final int MOST_FILES = 20;
    private static final int LONGEST_METHOD = 30;
    private static final int LONGEST_FILE = 300;

    private final JavaClasses classes;
    private final Sources sources;

    HouseRulesTest() throws IOException {
        classes = Modules.classes();
        sources = Sources.in(Modules.sourceFolders());
    }

    static Stream<Rule> rules() {
        return Stream.of(
                        DependencyRules.all(),
                        TechnologyRules.all(),
                        ReactiveRules.all(),
                        ShapeRules.all(),
                        NameRules.all())
                .flatMap(rules -> rules);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void keeps(Rule rule) {
        rule.check().check(classes);
    }

    /** Rule 12. The events are one list, a file per type: the published language is split by nothing but its types. */
    @Test
    void packagesHaveAtMostTwentyFiles() {
        assertEquals(Set.of(Modules.events()), sources.packagesAbove(MOST_FILES).keySet());
    }

    /** Rule 12. */
    @Test
    void methodsHaveAtMostThirtyLines() throws IOException {
        assertEquals(List.of(), sources.methodsAbove(LONGEST_METHOD));
    }

    /** Of the table of sizes. */
    @Test
    void filesHaveAtMostThreeHundredLines() throws IOException {
        assertEquals(Map.of(), sources.filesAbove(LONGEST_FILE));
    }

    /** Rule 13. */
    @Test
    void packagesThatGroupOthersAreMapsOfLinks() throws IOException {
        assertEquals(List.of(), PackageMaps.withoutMap(Modules.sourceFolders()));
    }

    /**
     * Rule 18: each module of the product runs its patterns and parsers on hostile text; the chassis' runs the
     * contracts.
     */
    @Test
    void everyModuleProvesThatItsWorkIsLinear() throws IOException {
        for (Path tests : Modules.productTests()) {
            try (Stream<Path> files = Files.walk(tests)) {
                assertEquals(
                        1,
                        files.filter(file -> file.endsWith("LinearTimeTest.java"))
                                .count(),
                        tests.toString());
            }
        }
    }

    /** Rule 14. */
    @Test
    void keysOfLogLinesAreInTheGlossary() throws IOException {
        Set<String> listed = LogKeys.listed(Files.readString(Modules.document("glossary.md")));
        Map<Path, String> logging = Sources.in(Modules.productFolders()).texts();

        assertEquals(Map.of(), LogKeys.unlisted(logging, listed));
        assertEquals(
                listed,
                logging.values().stream()
                        .flatMap(text -> LogKeys.used(text).stream())
                        .collect(Collectors.toSet()),
                "the glossary lists no key that nothing uses");
    }

    /** Rule 16. */
    @Test
    void tablesAreNamedInOnePackage() throws IOException {
        assertEquals(Map.of(), Tables.shared(Modules.productFolders()));
    }

    /** Rule 17. */
    @Test
    void switchesOverSealedTypesOfTheContractsHaveNoDefault() throws IOException {
        assertEquals(List.of(), sources.defaultsOver(Modules.permittedByContracts()));
    }
}
