package dev.gatehouse.localstack.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.localstack.folder.Folders;
import dev.gatehouse.localstack.suite.StackPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTest {
    private static final Set<StackPort> ALL = EnumSet.allOf(StackPort.class);

    @TempDir
    private Path root;

    @Test
    void letsSecretsBeReadByTheirOwnerOnly() throws IOException {
        Folders folders = Folders.of(root);
        Run run = Run.prepare(folders, Map.of());

        assertTrue(Files.readString(folders.data().resolve("admin-password")).length() >= 20);
        assertEquals("rw-------", permissions(folders.data().resolve("admin-password")));
        assertEquals("rw-------", permissions(folders.data().resolve("secrets.properties")));
        assertEquals("rwx------", permissions(folders.data()));
        assertEquals("[redacted]", run.plan().passwords().toString());
    }

    @Test
    void keepsSecretsOverRestartsUntilTheyAreForgotten() throws IOException {
        Folders folders = Folders.of(root);
        Path password = folders.data().resolve("admin-password");
        Map<String, String> first =
                Run.prepare(folders, Map.of()).plan().passwords().ofSchemaUsers();
        String firstAdmin = Files.readString(password);

        assertEquals(first, Run.prepare(folders, Map.of()).plan().passwords().ofSchemaUsers());
        assertEquals(firstAdmin, Files.readString(password));

        Path foreign = Files.writeString(folders.data().resolve("notes.txt"), "mine");
        Run.forget(folders);

        assertFalse(
                first.equals(Run.prepare(folders, Map.of()).plan().passwords().ofSchemaUsers()));
        assertFalse(firstAdmin.equals(Files.readString(password)));
        assertEquals("mine", Files.readString(foreign));
    }

    @Test
    void needsNoDatabasePortBesideServerOfOnesOwn() throws IOException {
        Folders folders = Folders.of(root);
        Run own = Run.prepare(folders, Map.of("GATEHOUSE_DB_URL", "mariadb://root:secret@127.0.0.1:3307"));

        assertEquals(List.of(), own.takenPorts(ALL, number -> number == 3307));
        assertEquals(
                1,
                Run.prepare(folders, Map.of())
                        .takenPorts(ALL, number -> number == 3307)
                        .size());
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
