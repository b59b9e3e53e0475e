package dev.gatehouse.localstack.launcher;

import dev.gatehouse.localstack.folder.Folders;
import dev.gatehouse.localstack.process.ProcessIdentity;
import dev.gatehouse.localstack.suite.Member;
import dev.gatehouse.localstack.suite.StackPort;
import dev.gatehouse.localstack.suite.StackPorts;
import dev.gatehouse.localstack.supervision.PartState;
import dev.gatehouse.localstack.supervision.PartState.Status;
import dev.gatehouse.localstack.supervision.StateFile;
import dev.gatehouse.localstack.supervision.StateFile.State;
import dev.gatehouse.localstack.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The command {@code status}: each part with state, process, port, uptime and restarts. */
@Command(name = "status", description = "Show each part; exit code 1 when something is not ready.")
public final class StatusCommand implements Callable<Integer> {
    private static final String ROW = "%-13s %-12s %8s %6s %10s %9s  %s";

    private final Terminal terminal;

    /** Prints everything to {@code terminal}. */
    public StatusCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Path data = Folders.detect().data();
        Optional<State> state = new StateFile(data).read();
        if (state.isEmpty() || !state.get().isLauncherRunning()) {
            terminal.line("Gatehouse is not running; start it: ./gatehouse up");
            return 1;
        }
        terminal.line(String.format(Locale.ROOT, "    " + ROW, "part", "state", "pid", "port", "uptime", "restarts", "")
                .stripTrailing());
        StackPorts ports = StackPorts.ofRun(data, System.getenv());
        boolean allReady = true;
        for (PartState part : state.get().parts()) {
            PartState seen = asSeenNow(part, ports);
            allReady &= seen.status() == Status.READY;
            terminal.signed(PartLines.tone(seen.status()), row(seen));
        }
        return allReady ? 0 : 1;
    }

    /** The launcher knows that a process runs; only the service knows whether it can work. */
    private static PartState asSeenNow(PartState part, StackPorts ports) {
        boolean isUnready = part.status() == Status.READY
                && Member.named(part.part())
                        .map(StackPort::managementOf)
                        .filter(management -> !Health.isReady(ports.number(management)))
                        .isPresent();
        return isUnready
                ? new PartState(
                        part.part(),
                        Status.STARTING,
                        part.port(),
                        part.process(),
                        part.restarts(),
                        part.since(),
                        "runs, but says it is not ready")
                : part;
    }

    private static String row(PartState part) {
        boolean isReady = part.status() == Status.READY;
        return String.format(
                        Locale.ROOT,
                        ROW,
                        part.part(),
                        part.status().label(),
                        part.process()
                                .map(ProcessIdentity::pid)
                                .map(String::valueOf)
                                .orElse("-"),
                        part.port(),
                        isReady ? uptime(Duration.between(part.since(), Instant.now())) : "-",
                        part.restarts(),
                        isReady ? "" : part.detail())
                .stripTrailing();
    }

    private static String uptime(Duration duration) {
        return duration.toHours() > 0
                ? duration.toHours() + " h " + duration.toMinutesPart() + " min"
                : duration.toMinutesPart() > 0
                        ? duration.toMinutesPart() + " min " + duration.toSecondsPart() + " s"
                        : duration.toSecondsPart() + " s";
    }
}
