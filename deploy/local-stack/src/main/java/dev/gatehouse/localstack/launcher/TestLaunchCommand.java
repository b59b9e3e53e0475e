package dev.gatehouse.localstack.launcher;

import dev.gatehouse.localstack.folder.Folders;
import dev.gatehouse.localstack.process.Launch;
import dev.gatehouse.localstack.suite.Member;
import dev.gatehouse.localstack.suite.MemberSetup;
import dev.gatehouse.localstack.terminal.Terminal;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * The command {@code test-launch}: prints one line of JSON that says how each service is started, so that tests can run
 * a second process of it beside the one of the launcher. Passwords are in it; standard output must be a pipe of the
 * caller.
 */
@Command(
        name = "test-launch",
        hidden = true,
        description = "Print how each service is started, for tests that run several replicas.")
public final class TestLaunchCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Folders folders = Folders.detect();

    /** Prints the line to {@code terminal}. */
    public TestLaunchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        MemberSetup setup = Run.prepare(folders, System.getenv()).plan().setup();
        JsonObject launches = new JsonObject();
        for (Member member : Member.values()) {
            launches.put(member.shortName(), described(setup.launch(folders, member)));
        }
        terminal.line(launches.encode());
        return 0;
    }

    private static JsonObject described(Launch launch) {
        Map<String, Object> environment = new HashMap<>(launch.environment());
        return new JsonObject()
                .put("command", new JsonArray(launch.command()))
                .put("environment", new JsonObject(environment))
                .put("folder", launch.folder().toString());
    }
}
