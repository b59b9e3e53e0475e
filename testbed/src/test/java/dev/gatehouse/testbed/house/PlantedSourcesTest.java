package dev.gatehouse.testbed.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proof that the rules about sources bite: each fault is written here and must be found. */
class PlantedSourcesTest {
    @TempDir
    Path folder;

    @Test
    void measuresSources() throws IOException {
        Path folderOfTwo = Files.createDirectories(folder.resolve("two"));
        Files.writeString(
                folderOfTwo.resolve("A.java"), "class A {\n  void a() {\n" + "    ;\n".repeat(29) + "  }\n}\n");
        Files.writeString(
                folderOfTwo.resolve("B.java"), "class B {\n  void b() {\n" + "    ;\n".repeat(28) + "  }\n}\n");

        Sources sources = Sources.in(List.of(folder));

        assertEquals(1, sources.methodsAbove(30).size());
        assertEquals(Set.of(folderOfTwo), sources.packagesAbove(1).keySet());
        assertEquals(
                Set.of(folderOfTwo.resolve("A.java")), sources.filesAbove(32).keySet());
    }

    @Test
    void findsAGroupOfPackagesWithoutAMap() throws IOException {
        Path area = folder.resolve("dev/gatehouse/auth/login");
        Files.createDirectories(area.resolve("password"));
        Files.writeString(area.resolve("package-info.java"), "/** Login: see Login and LoginPolicy. */\npackage p;\n");
        assertTrue(PackageMaps.withoutMap(List.of(folder)).contains(folder.relativize(area)));

        Files.writeString(
                area.resolve("package-info.java"), "/** From {@link A} to {@link b.B#c(D)}. */\npackage p;\n");
        assertFalse(PackageMaps.withoutMap(List.of(folder)).contains(folder.relativize(area)));
    }

    @Test
    void findsAKeyOfALogLineThatIsNotListed() {
        Set<String> listed = LogKeys.listed("## Keys in log lines\n\n| `mailId` | a mail |\n");
        Map<Path, String> sources =
                Map.of(Path.of("A.java"), "LOG.with(\"mailId\", 1).with(\n    \"mail\", 2).warn(\"x\");");

        assertEquals(Map.of("A.java", Set.of("mail")), LogKeys.unlisted(sources, listed));
    }

    @Test
    void findsATableThatTwoPackagesName() throws IOException {
        Files.createDirectories(folder.resolve("resources/db"));
        Files.writeString(
                folder.resolve("resources/db/V1.sql"), "CREATE TABLE session (id INT);\nCREATE TABLE other (id INT);");
        Path first = Files.createDirectories(folder.resolve("java/a")).resolve("A.java");
        Path second = Files.createDirectories(folder.resolve("java/b")).resolve("B.java");
        Files.writeString(
                first, "class A { String sql = \"SELECT 1 FROM session\"; String o = \"UPDATE other SET\"; }");
        Files.writeString(second, "@Table(name = \"session\") class B {}");

        assertEquals(
                Set.of(Set.of("a", "b")),
                Set.copyOf(Tables.shared(List.of(folder)).values()));
    }

    @Test
    void findsADefaultOverASealedTypeOfTheContracts() throws IOException {
        Files.writeString(
                folder.resolve("A.java"),
                "class A { int a(Object o) { return switch (o) { case LoginFailed f -> 1; default -> 2; }; }"
                        + " int b(int i) { return switch (i) { case 1 -> 1; default -> 2; }; } }");

        assertEquals(
                1,
                Sources.in(List.of(folder)).defaultsOver(Set.of("LoginFailed")).size());
        assertTrue(Modules.permittedByContracts().contains("LoginFailed"));
    }
}
