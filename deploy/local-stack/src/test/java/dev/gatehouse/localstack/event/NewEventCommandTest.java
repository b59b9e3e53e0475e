package dev.gatehouse.localstack.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.localstack.folder.FolderTree;
import dev.gatehouse.localstack.terminal.Terminal;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class NewEventCommandTest {
    private final StringWriter said = new StringWriter();

    @TempDir
    private Path root;

    private Path main;

    @BeforeEach
    void copyContracts() throws IOException {
        main = root.resolve("contracts/src/main");
        Files.createDirectories(main.getParent());
        FolderTree.copy(Path.of(System.getProperty("gatehouse.root"), "contracts/src/main"), main);
    }

    @Test
    void makesTypeThatCompilesAndIsKnownByItsName() throws Exception {
        assertEquals(0, run("trusted-network.renamed"), said::toString);

        try (URLClassLoader compiled = compiled()) {
            Object found = compiled.loadClass("dev.gatehouse.contracts.event.EventType")
                    .getMethod("named", String.class)
                    .invoke(null, "trusted-network.renamed");
            assertEquals("Optional[trusted-network.renamed]", String.valueOf(found));
        }
    }

    @Test
    void describesIt() throws IOException {
        assertEquals(0, run("trusted-network.renamed"), said::toString);

        Path folder = main.resolve("resources/events/trusted-network.renamed/v1");
        JsonObject schema = new JsonObject(Files.readString(folder.resolve("schema.json")));
        assertEquals("urn:gatehouse:event:trusted-network.renamed:1", schema.getString("$id"));
        assertEquals(
                List.of("note"),
                schema.getJsonObject("properties")
                        .getJsonObject("data")
                        .getJsonArray("required")
                        .getList());
        JsonObject example = new JsonObject(Files.readString(folder.resolve("example.json")));
        assertEquals("What happened", example.getJsonObject("data").getString("note"));
        String asyncApi = Files.readString(main.resolve("resources/asyncapi.yaml"));
        assertTrue(asyncApi.contains("$ref: '#/components/messages/TrustedNetworkRenamed'\n"), asyncApi);
        assertTrue(asyncApi.contains("\n    TrustedNetworkRenamed:\n      name: trusted-network.renamed\n"), asyncApi);
        assertTrue(asyncApi.contains("$ref: events/trusted-network.renamed/v1/schema.json\n"), asyncApi);
    }

    @Test
    void makesNothingTwice() {
        assertEquals(0, run("trusted-network.renamed"), said::toString);
        assertEquals(1, run("trusted-network.renamed"));
        assertTrue(said.toString().contains("There is an event trusted-network.renamed already."), said::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"network", "Network.Added", "network.", ".added", "network..added", "../x.y", "a.b.c", "-a.b"})
    void refusesWhatIsNoName(String type) {
        assertEquals(2, run(type), type);
    }

    private int run(String type) {
        Terminal terminal = new Terminal(new PrintWriter(said), new PrintWriter(said), Terminal.Look.PLAIN);
        return new CommandLine(new NewEventCommand(terminal, root)).execute("--", type);
    }

    private URLClassLoader compiled() throws IOException {
        Path classes = Files.createDirectories(root.resolve("classes"));
        List<String> arguments = new ArrayList<>(
                List.of("-proc:none", "-cp", System.getProperty("java.class.path"), "-d", classes.toString()));
        try (Stream<Path> sources = Files.walk(main.resolve("java"))) {
            sources.map(Path::toString)
                    .filter(source -> source.endsWith(".java"))
                    .forEach(arguments::add);
        }
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)));
        return new URLClassLoader(new URL[] {classes.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
    }
}
