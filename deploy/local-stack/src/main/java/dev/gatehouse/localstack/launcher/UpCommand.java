package dev.gatehouse.localstack.launcher;

import dev.gatehouse.localstack.database.OwnServer;
import dev.gatehouse.localstack.folder.Folders;
import dev.gatehouse.localstack.process.Ports;
import dev.gatehouse.localstack.suite.Member;
import dev.gatehouse.localstack.suite.MemberSetup;
import dev.gatehouse.localstack.suite.StackPort;
import dev.gatehouse.localstack.supervision.StateFile;
import dev.gatehouse.localstack.supervision.StateFile.State;
import dev.gatehouse.localstack.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code up}: starts the whole suite, here or in the background. */
@Command(name = "up", description = "Start the whole suite and watch it; Ctrl-C stops everything.")
public final class UpCommand implements Callable<Integer> {
    @Option(names = "--fresh", description = "Forget accounts, events, mails and passwords of earlier runs first.")
    private boolean fresh;

    @Option(names = "--detach", description = "Run in the background; return when everything is ready.")
    private boolean detach;

    @Option(names = "--in-background", hidden = true)
    private boolean inBackground;

    private final Terminal terminal;
    private final Folders folders = Folders.detect();
    private final StateFile stateFile = new StateFile(folders.data());

    /** Prints everything to {@code terminal}. */
    public UpCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Run run = Run.prepare(folders, System.getenv());
        if (inBackground) {
            return inForeground(run);
        }
        Optional<State> before = stateFile.read();
        if (before.filter(State::isLauncherRunning).isPresent()) {
            return alreadyRunning(run, before.get());
        }
        Leftovers.end(before, terminal);
        List<String> obstacles = obstacles(run);
        if (!obstacles.isEmpty()) {
            obstacles.forEach(terminal::complaint);
            return 1;
        }
        if (fresh) {
            Run.forget(folders);
            run = Run.prepare(folders, System.getenv());
        }
        return detach ? new Background(folders, stateFile, terminal).start(run.summary()) : inForeground(run);
    }

    private int alreadyRunning(Run run, State state) throws IOException {
        if (state.parts().stream().noneMatch(part -> Member.named(part.part()).isPresent())) {
            terminal.complaint("Only database, broker and mailbox run (./gatehouse infra): stop them first,"
                    + " ./gatehouse down");
            return 1;
        }
        if (fresh) {
            terminal.complaint("Gatehouse is running; stop it first: ./gatehouse down");
            return 1;
        }
        terminal.line(
                state.isReady()
                        ? "Gatehouse is running already."
                        : "Gatehouse is running, but not all of it is ready: ./gatehouse status");
        run.summary().print(terminal);
        return state.isReady() ? 0 : 1;
    }

    /** What stands in the way, as sentences; nothing is started then. */
    private List<String> obstacles(Run run) {
        List<String> obstacles = new ArrayList<>(unbuilt());
        obstacles.addAll(run.takenPorts(EnumSet.allOf(StackPort.class), Ports::isTaken));
        if (fresh && run.plan().ownServer().isPresent()) {
            obstacles.add("--fresh does not empty a database server of your own (" + OwnServer.SETTING
                    + "): drop the gatehouse_… schemas there, delete " + folders.data() + ", and start without it.");
        }
        return obstacles;
    }

    private List<String> unbuilt() {
        return Stream.of(Member.values())
                .filter(member -> Files.notExists(MemberSetup.program(folders.root(), member)))
                .map(member -> member.module() + " is not built yet: run ./gatehouse up, which builds it")
                .toList();
    }

    private int inForeground(Run run) throws IOException {
        Foreground foreground = new Foreground(folders, stateFile, terminal);
        return foreground.run(run, Stack.Scope.everything(), () -> {}, ending -> {
            // In the background this is a log, where no password belongs; the process that waits prints it.
            if (!inBackground) {
                run.summary().print(terminal);
                terminal.line("        Ctrl-C stops everything; data stays for the next start.");
            }
            ending.await();
            return 0;
        });
    }
}
