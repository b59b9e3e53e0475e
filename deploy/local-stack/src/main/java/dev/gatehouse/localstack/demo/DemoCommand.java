package dev.gatehouse.localstack.demo;

import dev.gatehouse.localstack.folder.Folders;
import dev.gatehouse.localstack.suite.StackPort;
import dev.gatehouse.localstack.suite.StackPorts;
import dev.gatehouse.localstack.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The command {@code demo}: plays the main job against the running suite; exit code 1 when a step does not happen. */
@Command(name = "demo", description = "Play a sign-in from a new address against the running suite, step by step.")
public final class DemoCommand implements Callable<Integer> {
    private final Terminal terminal;

    /** Prints everything to {@code terminal}. */
    public DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Path data = Folders.detect().data();
        Path password = data.resolve("admin-password");
        if (Files.notExists(password)) {
            terminal.complaint("The suite has not run here yet; start it first: ./gatehouse up");
            return 1;
        }
        StackPorts ports = StackPorts.ofRun(data, System.getenv());
        Narrator narrator = new Narrator(terminal);
        Stopwatch watch = new Stopwatch();
        try {
            new Demo(
                            "http://localhost:" + ports.number(StackPort.GATEWAY),
                            "http://localhost:" + ports.number(StackPort.MAILBOX),
                            Files.readString(password).strip(),
                            narrator)
                    .play();
        } catch (DemoFailure failure) {
            narrator.failed(String.valueOf(failure.getMessage()));
            return 1;
        }
        narrator.done("The main job happened, end to end, in " + watch.elapsed().toMillis() + " ms.");
        return 0;
    }
}
