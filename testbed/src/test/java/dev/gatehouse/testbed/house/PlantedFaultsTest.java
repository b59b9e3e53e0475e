package dev.gatehouse.testbed.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Proof that the rules bite: each fault is compiled here and must break the rule with its number. */
class PlantedFaultsTest {
    private static final String PATH = "package jakarta.ws.rs; public @interface Path { String value() default \"\"; }";
    private static final String GET = "package jakarta.ws.rs; public @interface GET {}";
    private static final String ENTITY = "package jakarta.persistence; public @interface Entity {}";
    static final String UNI = "package io.smallrye.mutiny; public class Uni { public static void sendAndForget() {} }";

    @TempDir
    Path folder;

    static Stream<Arguments> faults() {
        return Stream.of(
                        firstStructureFaults(),
                        secondStructureFaults(),
                        firstTechnologyFaults(),
                        secondTechnologyFaults(),
                        ReactiveFaults.all(),
                        firstShapeFaults(),
                        secondShapeFaults(),
                        firstNamesFaults(),
                        secondNamesFaults(),
                        patternFaults(),
                        settingFaults())
                .flatMap(faults -> faults);
    }

    @ParameterizedTest(name = "({1}) {0}")
    @MethodSource("faults")
    void bites(String name, int number, List<String> sources) throws IOException {
        JavaClasses planted = compiled(sources);

        Set<Integer> broken = HouseRulesTest.rules()
                .filter(rule ->
                        rule.check().allowEmptyShould(true).evaluate(planted).hasViolation())
                .map(Rule::number)
                .collect(Collectors.toSet());

        assertEquals(true, broken.contains(number), () -> name + " broke only " + broken);
    }

    private static Stream<Arguments> patternFaults() {
        return Stream.of(
                fault(
                        "a pattern that no constant holds",
                        18,
                        "package dev.gatehouse.auth.a; class A { boolean b(String s) {"
                                + " return java.util.regex.Pattern.compile(\"(a+)+b\").matcher(s).matches(); } }"),
                fault(
                        "a pattern in a method of String",
                        18,
                        "package dev.gatehouse.auth.a; class A { boolean b(String s) { return s.matches(\"a+\"); } }"));
    }

    private static Stream<Arguments> settingFaults() {
        String mapping = "package io.smallrye.config; public @interface ConfigMapping {}";
        String least = "package jakarta.validation.constraints; public @interface Min { long value(); }";
        return Stream.of(
                fault(
                        "a duration of a setting without bounds",
                        20,
                        mapping,
                        "package dev.gatehouse.auth.a; @io.smallrye.config.ConfigMapping interface A {"
                                + " java.time.Duration b(); }"),
                fault(
                        "a number in a group of settings without an upper bound",
                        20,
                        mapping,
                        least,
                        "package dev.gatehouse.auth.a; @io.smallrye.config.ConfigMapping interface A {"
                                + " B b(); interface B { @jakarta.validation.constraints.Min(1) int c(); } }"));
    }

    private static Stream<Arguments> firstStructureFaults() {
        return Stream.of(
                fault(
                        "two packages that know each other",
                        1,
                        "package dev.gatehouse.auth.a; public class A { dev.gatehouse.auth.b.B b; }",
                        "package dev.gatehouse.auth.b; public class B { dev.gatehouse.auth.a.A a; }"),
                fault(
                        "a service that knows another",
                        2,
                        "package dev.gatehouse.auth.a; public class A { dev.gatehouse.audit.b.B b; }",
                        "package dev.gatehouse.audit.b; public class B {}"),
                fault(
                        "a chassis that knows a service",
                        2,
                        "package dev.gatehouse.chassis.a; public class A { dev.gatehouse.audit.b.B b; }",
                        "package dev.gatehouse.audit.b; public class B {}"),
                fault(
                        "contracts that know a library",
                        2,
                        UNI,
                        "package dev.gatehouse.contracts.a; public class A { io.smallrye.mutiny.Uni uni; }"));
    }

    private static Stream<Arguments> secondStructureFaults() {
        return Stream.of(fault(
                "two areas that know each other",
                1,
                "package dev.gatehouse.auth.login.a; public class A { dev.gatehouse.auth.token.b.B b; }",
                "package dev.gatehouse.auth.token.b; public class B {}",
                "package dev.gatehouse.auth.token.c; public class C { dev.gatehouse.auth.login.d.D d; }",
                "package dev.gatehouse.auth.login.d; public class D {}"));
    }

    private static Stream<Arguments> firstTechnologyFaults() {
        return Stream.of(
                fault(
                        "HTTP outside a resource",
                        3,
                        PATH,
                        "package dev.gatehouse.auth.a; class Answers { jakarta.ws.rs.Path path; }"),
                fault(
                        "persistence under another name",
                        3,
                        "package org.hibernate; public class Session {}",
                        "package dev.gatehouse.auth.a; class Rows { org.hibernate.Session session; }"),
                fault(
                        "messaging under another name",
                        3,
                        "package org.apache.kafka; public class Consumer {}",
                        "package dev.gatehouse.auth.a; class Ear { org.apache.kafka.Consumer consumer; }"),
                fault(
                        "a policy that waits",
                        3,
                        UNI,
                        "package dev.gatehouse.auth.a; class APolicy { io.smallrye.mutiny.Uni uni; }"));
    }

    private static Stream<Arguments> secondTechnologyFaults() {
        return Stream.of(fault(
                "a record of technology",
                3,
                UNI,
                "package dev.gatehouse.auth.a; record A(io.smallrye.mutiny.Uni uni) {}"));
    }

    private static Stream<Arguments> firstShapeFaults() {
        return Stream.of(
                fault(
                        "a public entity",
                        6,
                        ENTITY,
                        "package dev.gatehouse.auth.a; @jakarta.persistence.Entity public class ARow {}"),
                fault(
                        "an entity that leaves",
                        6,
                        ENTITY,
                        "package dev.gatehouse.auth.a; @jakarta.persistence.Entity class ARow {}",
                        "package dev.gatehouse.auth.a; public class A { public java.util.List<ARow> rows() { return null; } }"),
                fault(
                        "an entity that a public record tells of",
                        6,
                        ENTITY,
                        "package dev.gatehouse.auth.a; @jakarta.persistence.Entity class ARow {}",
                        "package dev.gatehouse.auth.a; public record A(ARow row) {}"),
                fault(
                        "a public resource",
                        7,
                        PATH,
                        "package dev.gatehouse.auth.a; @jakarta.ws.rs.Path public class A {}"));
    }

    private static Stream<Arguments> secondShapeFaults() {
        return Stream.of(fault(
                "a hidden endpoint",
                7,
                GET,
                "package dev.gatehouse.auth.a; class A { @jakarta.ws.rs.GET void get() {} }"));
    }

    private static Stream<Arguments> firstNamesFaults() {
        return Stream.of(
                fault("a public store", 15, "package dev.gatehouse.auth.a; public class SqlAccounts {}"),
                fault("an empty name", 8, "package dev.gatehouse.auth.a; class LoginManager {}"),
                fault("a package without a word", 9, "package dev.gatehouse.auth.a; class A {}"),
                fault(
                        "a clock of its own",
                        10,
                        "package dev.gatehouse.auth.a; class A { Object at = java.time.Instant.now(); }"),
                fault(
                        "an id of its own, by reference",
                        10,
                        "package dev.gatehouse.auth.a; class A {"
                                + " java.util.function.Supplier<java.util.UUID> ids = java.util.UUID::randomUUID; }"),
                fault(
                        "chance of its own",
                        10,
                        "package dev.gatehouse.auth.a; class A { Object r = new java.security.SecureRandom(); }"),
                fault(
                        "an injected field",
                        11,
                        "package jakarta.inject; public @interface Inject {}",
                        "package dev.gatehouse.auth.a; class A { @jakarta.inject.Inject Object other; }"));
    }

    private static Stream<Arguments> secondNamesFaults() {
        return Stream.of(
                fault(
                        "a wide method",
                        12,
                        "package dev.gatehouse.auth.a; class A { void a(int b, int c, int d, int e, int f, int g) {} }"),
                fault(
                        "chance that can be guessed",
                        10,
                        "package dev.gatehouse.auth.a; class A {"
                                + " int secret = java.util.concurrent.ThreadLocalRandom.current().nextInt(); }"),
                fault(
                        "chance that can be repeated",
                        10,
                        "package dev.gatehouse.auth.a; class A { Object r = new java.util.Random(); }"));
    }

    private JavaClasses compiled(List<String> sources) throws IOException {
        PlantedSource.compile(sources, folder);
        return new ClassFileImporter().importPath(folder);
    }

    static Arguments fault(String name, int number, String... sources) {
        return Arguments.of(name, number, List.of(sources));
    }

    /** A source that lies in no file. */
    private static final class PlantedSource extends SimpleJavaFileObject {
        private static final Pattern NAME =
                Pattern.compile("package ([\\w.]+);.*?(?:\\bclass|\\brecord|\\binterface) (\\w+)", Pattern.DOTALL);

        private final String text;

        private PlantedSource(String text) {
            super(uri(text), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }

        /** Compiles the sources, which may know each other and the JDK. */
        static void compile(List<String> sources, Path folder) throws IOException {
            JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
            try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
                manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(folder));
                manager.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of(folder));
                List<PlantedSource> units =
                        sources.stream().map(PlantedSource::new).toList();
                if (!compiler.getTask(null, manager, null, List.of("-proc:none"), null, units)
                        .call()) {
                    throw new IllegalStateException("A planted fault does not compile");
                }
            }
        }

        private static URI uri(String text) {
            Matcher name = NAME.matcher(text);
            if (!name.find()) {
                throw new IllegalArgumentException("A source without a name: " + text);
            }
            return URI.create(
                    "planted:///" + name.group(1).replace('.', '/') + "/" + name.group(2) + Kind.SOURCE.extension);
        }
    }
}
