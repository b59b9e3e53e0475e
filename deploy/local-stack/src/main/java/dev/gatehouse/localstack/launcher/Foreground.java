package dev.gatehouse.localstack.launcher;

import dev.gatehouse.localstack.folder.Folders;
import dev.gatehouse.localstack.process.Ports;
import dev.gatehouse.localstack.suite.StackPort;
import dev.gatehouse.localstack.supervision.Board;
import dev.gatehouse.localstack.supervision.Parallel;
import dev.gatehouse.localstack.supervision.PartState;
import dev.gatehouse.localstack.supervision.StateFile;
import dev.gatehouse.localstack.supervision.StateFile.State;
import dev.gatehouse.localstack.terminal.LibraryLog;
import dev.gatehouse.localstack.terminal.Terminal;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs a stack in this process: starts it, lets the command do its work, and stops it. */
record Foreground(Folders folders, StateFile stateFile, Terminal terminal) {

    /** What a command does once everything is ready; the stack is stopped when it returns. */
    interface Work {
        /** Returns the exit code. */
        int run(Ending ending) throws IOException;
    }

    /** Ends what a killed launcher left behind; says what stands in the way of a start, and whether anything does. */
    boolean isObstructed(Run run, Set<StackPort> needed) throws IOException {
        Optional<State> before = stateFile.read();
        if (before.filter(State::isLauncherRunning).isPresent()) {
            terminal.complaint("Gatehouse is running; stop it first: ./gatehouse down");
            return true;
        }
        Leftovers.end(before, terminal);
        List<String> obstacles = run.takenPorts(needed, Ports::isTaken);
        obstacles.forEach(terminal::complaint);
        return !obstacles.isEmpty();
    }

    /** Starts the scope's parts, and the other step beside the services. */
    int run(Run run, Stack.Scope scope, Parallel.Step beside, Work work) throws IOException {
        LibraryLog.keepIn(folders.logs().resolve("stack.log"));
        Instant started = Instant.now();
        PartLines lines = new PartLines(terminal);
        Stack stack = new Stack(run.plan(), scope, new Board(stateFile, lines::show));
        Ending ending = new Ending(stack, stateFile, terminal);
        try {
            run.ports().keepIn(folders.data());
            stack.start(beside);
        } catch (IOException e) {
            terminal.complaint(String.valueOf(e.getMessage()));
            ending.now();
            return 1;
        }
        lines.settle();
        terminal.line("");
        terminal.line((scope.hasGateway() ? "Gatehouse is ready (" : "Database, broker and mailbox are ready (")
                + PartState.seconds(Duration.between(started, Instant.now())) + ").");
        int exitCode = work.run(ending);
        ending.now();
        return exitCode;
    }
}
