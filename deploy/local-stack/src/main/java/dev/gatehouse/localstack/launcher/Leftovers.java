package dev.gatehouse.localstack.launcher;

import dev.gatehouse.localstack.process.ProcessIdentity;
import dev.gatehouse.localstack.supervision.PartState;
import dev.gatehouse.localstack.supervision.StateFile.State;
import dev.gatehouse.localstack.terminal.Terminal;
import dev.gatehouse.localstack.terminal.Tone;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends parts that outlived a launcher that was killed, in the same order as an orderly stop would. */
final class Leftovers {
    private static final long PATIENCE_SECONDS = 20;

    private Leftovers() {}

    /** Ends only processes that are certainly ours: process id and start time stand in the state file. */
    static void end(Optional<State> before, Terminal terminal) {
        List<PartState> orphans = before.map(State::orphans).orElse(List.of());
        for (PartState orphan : orphans.reversed()) {
            orphan.process().flatMap(ProcessIdentity::running).ifPresent(Leftovers::end);
            terminal.signed(Tone.GOOD, orphan.part() + " of an earlier run ended");
        }
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        try {
            var unused = process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
