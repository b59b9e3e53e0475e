package dev.gatehouse.localstack.launcher;

import dev.gatehouse.localstack.supervision.PartState;
import dev.gatehouse.localstack.supervision.PartState.Status;
import dev.gatehouse.localstack.terminal.StatusLines;
import dev.gatehouse.localstack.terminal.Terminal;
import dev.gatehouse.localstack.terminal.Tone;
import java.util.Locale;

/** The states of the parts as lines for a person. */
final class PartLines {
    private final StatusLines lines;

    PartLines(Terminal terminal) {
        this.lines = new StatusLines(terminal);
    }

    void show(PartState state) {
        lines.show(state.part(), tone(state.status()), text(state));
    }

    void settle() {
        lines.settle();
    }

    static Tone tone(Status status) {
        return switch (status) {
            case WAITING -> Tone.QUIET;
            case STARTING, STOPPING -> Tone.BUSY;
            case READY, STOPPED -> Tone.GOOD;
            case RESTARTING, FAILED -> Tone.BAD;
        };
    }

    private static String text(PartState state) {
        return String.format(
                        Locale.ROOT,
                        "%-13s %5d  %-10s %s",
                        state.part(),
                        state.port(),
                        state.status().label(),
                        state.status() == Status.RESTARTING
                                ? state.detail() + ", starting it again (" + state.restarts() + ")"
                                : state.detail())
                .stripTrailing();
    }
}
