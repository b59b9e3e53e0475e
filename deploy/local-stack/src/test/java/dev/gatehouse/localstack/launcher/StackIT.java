package dev.gatehouse.localstack.launcher;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.localstack.folder.FolderTree;
import dev.gatehouse.localstack.folder.Folders;
import dev.gatehouse.localstack.process.Ports;
import dev.gatehouse.localstack.process.ProcessIdentity;
import dev.gatehouse.localstack.suite.Member;
import dev.gatehouse.localstack.suite.MemberSetup;
import dev.gatehouse.localstack.suite.StackPort;
import dev.gatehouse.localstack.supervision.Board;
import dev.gatehouse.localstack.supervision.Holds;
import dev.gatehouse.localstack.supervision.PartState;
import dev.gatehouse.localstack.supervision.PartState.Status;
import dev.gatehouse.localstack.supervision.StateFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The launcher over the real database and broker, with stand-ins in the services' place. */
class StackIT {
    private final Path root = Path.of(
                    "target",
                    "stack-test",
                    Long.toString(ProcessHandle.current().pid()))
            .toAbsolutePath();
    private final Folders folders = Folders.of(root);
    private final StateFile stateFile = new StateFile(folders.data());
    private Run run;
    private Stack stack;

    @BeforeEach
    void startStackOnFreePorts() throws IOException {
        FolderTree.delete(root);
        for (Member member : Member.values()) {
            StandIn.pack(MemberSetup.program(root, member));
        }
        shareUnpackedDatabase();
        run = Run.prepare(folders, FreePorts.asEnvironment());
        stack = new Stack(run.plan(), Stack.Scope.everything(), new Board(stateFile, state -> {}));
        stack.start(() -> {});
    }

    /** Unpacking takes longer than all the rest. */
    private void shareUnpackedDatabase() throws IOException {
        Path shared = Folders.of(Path.of(System.getProperty("gatehouse.root"))).cache();
        Files.createDirectories(shared);
        Files.createDirectories(folders.cache().getParent());
        Files.createSymbolicLink(folders.cache(), shared);
    }

    @AfterEach
    void stop() throws IOException {
        stack.stop();
        FolderTree.delete(root);
    }

    @Test
    void runsEverythingStartsAgainWhatDiesAndStopsInOrder() throws Exception {
        assertEquals(
                "gatehouse_auth_app 127.0.0.1",
                get("http://localhost:" + run.ports().number(StackPort.GATEWAY) + "/api/v1/x"));
        assertTrue(state().isReady());

        for (String secret : List.of("admin-password", "secrets.properties", "state.json", "database/init.sql")) {
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(folders.data().resolve(secret))),
                    secret);
        }

        // When a service, the broker and the database are killed
        ProcessIdentity service = part("notification").process().orElseThrow();
        ProcessIdentity broker = part("broker").process().orElseThrow();
        ProcessIdentity database = part("database").process().orElseThrow();
        for (ProcessIdentity victim : List.of(service, broker, database)) {
            assertTrue(victim.running().orElseThrow().destroyForcibly());
        }

        // Then each is there again, as another process on the same port
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertTrue(state().isReady());
            for (String part : List.of("notification", "broker", "database")) {
                assertEquals(1, part(part).restarts(), part);
            }
        });
        assertFalse(part("broker").process().orElseThrow().equals(broker));
        assertTrue(Ports.isTaken(run.ports().number(StackPort.KAFKA)));

        // When a service is held and ends, then it stays down until it is released
        Holds holds = new Holds(folders.data());
        holds.hold("audit");
        assertTrue(part("audit")
                .process()
                .flatMap(ProcessIdentity::running)
                .orElseThrow()
                .destroy());
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertEquals(Status.STOPPED, part("audit").status()));
        holds.release("audit");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertEquals(Status.READY, part("audit").status()));

        // When it is stopped, then nothing is left
        List<PartState> before = state().parts();
        stack.stop();
        for (PartState part : before) {
            assertTrue(part.process()
                    .filter(identity ->
                            identity.pid() != ProcessHandle.current().pid())
                    .flatMap(ProcessIdentity::running)
                    .isEmpty());
        }
        assertEquals(List.of(), run.takenPorts(EnumSet.allOf(StackPort.class), Ports::isTaken));
    }

    private StateFile.State state() throws IOException {
        return stateFile.read().orElseThrow();
    }

    private PartState part(String name) throws IOException {
        return state().parts().stream()
                .filter(part -> part.part().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String get(String url) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
