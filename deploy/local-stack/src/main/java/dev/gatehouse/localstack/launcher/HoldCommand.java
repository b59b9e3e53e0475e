package dev.gatehouse.localstack.launcher;

import dev.gatehouse.localstack.folder.Folders;
import dev.gatehouse.localstack.process.ProcessIdentity;
import dev.gatehouse.localstack.suite.Member;
import dev.gatehouse.localstack.supervision.Holds;
import dev.gatehouse.localstack.supervision.PartState;
import dev.gatehouse.localstack.supervision.PartState.Status;
import dev.gatehouse.localstack.supervision.StateFile;
import dev.gatehouse.localstack.supervision.StateFile.State;
import dev.gatehouse.localstack.terminal.Terminal;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The commands {@code stop} and {@code start}: take one part away and give it back, to see how the others do. */
@Command(description = "Stop one part and keep it down, or start it again.")
public final class HoldCommand implements Callable<Integer> {
    private static final Duration WITHIN = Duration.ofMinutes(2);

    @Parameters(paramLabel = "part", description = "auth, ip-trust, notification, audit, database or broker.")
    private String part = "";

    private final Terminal terminal;
    private final Action action;
    private final Folders folders = Folders.detect();
    private final StateFile stateFile = new StateFile(folders.data());

    /** Which of the two commands it is. */
    public enum Action {
        /** End it in order, and keep it down. */
        STOP(Status.STOPPED),
        /** Let the launcher start it again. */
        START(Status.READY);

        private final Status wanted;

        Action(Status wanted) {
            this.wanted = wanted;
        }
    }

    /** Prints everything to {@code terminal}. */
    public HoldCommand(Terminal terminal, Action action) {
        this.terminal = terminal;
        this.action = action;
    }

    @Override
    public Integer call() throws IOException {
        Optional<PartState> state = find();
        if (state.isEmpty()) {
            return 1;
        }
        Holds holds = new Holds(folders.data());
        if (action == Action.STOP) {
            holds.hold(state.get().part());
            state.get().process().flatMap(ProcessIdentity::running).ifPresent(ProcessHandle::destroy);
        } else {
            holds.release(state.get().part());
        }
        return await(action.wanted);
    }

    private Optional<PartState> find() throws IOException {
        String name = Member.named(part).map(Member::shortName).orElse(part);
        Optional<State> state = stateFile.read().filter(State::isLauncherRunning);
        if (state.isEmpty()) {
            terminal.complaint("Gatehouse is not running; start it: ./gatehouse up");
            return Optional.empty();
        }
        Optional<PartState> found = state.get().parts().stream()
                .filter(each -> each.part().equals(name))
                .filter(each -> !each.process().equals(Optional.of(state.get().launcher())))
                .findFirst();
        if (found.isEmpty()) {
            terminal.complaint("There is no part \"" + part + "\" that can be stopped or started by itself.");
        }
        return found;
    }

    private int await(Status wanted) throws IOException {
        PartLines lines = new PartLines(terminal);
        long deadline = System.nanoTime() + WITHIN.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<PartState> now = find();
            now.ifPresent(lines::show);
            if (now.isEmpty()) {
                return 1;
            }
            if (now.get().status() == wanted) {
                return 0;
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        terminal.complaint(part + " is not " + wanted.label() + " within " + WITHIN.toMinutes() + " minutes.");
        return 1;
    }
}
