package dev.gatehouse.localstack.launcher;

import dev.gatehouse.localstack.folder.Folders;
import dev.gatehouse.localstack.process.Child;
import dev.gatehouse.localstack.process.Java;
import dev.gatehouse.localstack.process.Launch;
import dev.gatehouse.localstack.process.StartFailure;
import dev.gatehouse.localstack.supervision.PartState;
import dev.gatehouse.localstack.supervision.StateFile;
import dev.gatehouse.localstack.supervision.StateFile.State;
import dev.gatehouse.localstack.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Starts a launcher that outlives this process, and shows its progress until everything is ready. */
record Background(Folders folders, StateFile stateFile, Terminal terminal) {

    int start(Summary summary) throws IOException {
        Instant started = Instant.now();
        Path log = folders.logs().resolve("launcher.log");
        Child launcher = Child.start(launch(log));
        PartLines lines = new PartLines(terminal);
        while (launcher.isRunning()) {
            Optional<State> state =
                    stateFile.read().filter(read -> read.launcher().equals(launcher.identity()));
            state.ifPresent(read -> read.parts().forEach(lines::show));
            if (state.filter(State::isReady).isPresent()) {
                terminal.line("");
                terminal.line("Gatehouse is ready in the background ("
                        + PartState.seconds(Duration.between(started, Instant.now()))
                        + "); ./gatehouse down stops it.");
                summary.print(terminal);
                return 0;
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw StartFailure.of("Gatehouse", "did not start", log);
    }

    private Launch launch(Path log) {
        return new Launch(
                "launcher",
                List.of(
                        Java.launcher(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dgatehouse.root=" + folders.root(),
                        "-jar",
                        Java.classPath(),
                        "up",
                        "--in-background"),
                Map.of(),
                folders.root(),
                log);
    }
}
