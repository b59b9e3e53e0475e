package dev.gatehouse.localstack.launcher;

import dev.gatehouse.localstack.folder.Folders;
import dev.gatehouse.localstack.process.ProcessIdentity;
import dev.gatehouse.localstack.supervision.PartState;
import dev.gatehouse.localstack.supervision.PartState.Status;
import dev.gatehouse.localstack.supervision.StateFile;
import dev.gatehouse.localstack.supervision.StateFile.State;
import dev.gatehouse.localstack.terminal.Terminal;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;

/** The command {@code down}: stops what {@code up} started, wherever that was. */
@Command(name = "down", description = "Stop everything; data is kept.")
public final class DownCommand implements Callable<Integer> {
    /** Services 20 s, broker 15 s, database 30 s, at worst one after the other. */
    private static final Duration PATIENCE = Duration.ofSeconds(75);

    private final Terminal terminal;
    private final StateFile stateFile = new StateFile(Folders.detect().data());

    /** Prints everything to {@code terminal}. */
    public DownCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Optional<State> state = stateFile.read();
        Optional<ProcessHandle> launcher = state.map(State::launcher).flatMap(ProcessIdentity::running);
        Instant started = Instant.now();
        if (launcher.isPresent()) {
            askToStop(launcher.get());
        } else if (state.map(State::orphans).orElse(List.of()).isEmpty()) {
            terminal.line("Gatehouse is not running.");
            return 0;
        }
        Leftovers.end(stateFile.read(), terminal);
        stateFile.delete();
        terminal.line("Gatehouse is stopped (" + PartState.seconds(Duration.between(started, Instant.now()))
                + "); data is kept.");
        return 0;
    }

    private void askToStop(ProcessHandle launcher) throws IOException {
        launcher.destroy();
        PartLines lines = new PartLines(terminal);
        Instant deadline = Instant.now().plus(PATIENCE);
        while (launcher.isAlive()) {
            Optional<State> state = stateFile.read();
            state.ifPresent(read -> read.parts().stream()
                    .filter(part -> part.status() != Status.READY)
                    .forEach(lines::show));
            if (Instant.now().isAfter(deadline)) {
                launcher.destroyForcibly();
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }
}
