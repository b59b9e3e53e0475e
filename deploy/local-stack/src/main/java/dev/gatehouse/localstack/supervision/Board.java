package dev.gatehouse.localstack.supervision;

import dev.gatehouse.localstack.process.ProcessIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The states of all parts; every change is written to the state file before anything else learns of it. */
public final class Board {
    private final StateFile file;
    private final Consumer<PartState> listener;
    private final ProcessIdentity launcher = ProcessIdentity.of(ProcessHandle.current());
    private final Map<String, PartState> byPart = new LinkedHashMap<>();

    /** A board without parts; {@code listener} learns of every change. */
    public Board(StateFile file, Consumer<PartState> listener) {
        this.file = file;
        this.listener = listener;
    }

    /** Adds a part that has not been started. */
    public synchronized void add(String part, int port) {
        byPart.put(part, PartState.waiting(part, port));
        publish(part);
    }

    /** Puts the changed state in place of the present one. */
    public synchronized void change(String part, UnaryOperator<PartState> change) {
        byPart.computeIfPresent(part, (name, state) -> change.apply(state));
        publish(part);
    }

    /** A part that lives in this very process. */
    public void readyInLauncher(String part) {
        change(part, state -> state.ofProcess(launcher).ready());
    }

    private void publish(String part) {
        try {
            file.write(new StateFile.State(launcher, List.copyOf(byPart.values())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        listener.accept(Objects.requireNonNull(byPart.get(part)));
    }
}
