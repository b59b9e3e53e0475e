package dev.gatehouse.chassis.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** The broker's process: it can be made to stand still, as a machine does that hangs or is cut off. */
public final class Broker {
    private final ProcessHandle process;

    Broker(ProcessHandle stack) {
        this.process = stack.descendants()
                .filter(Broker::isBroker)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The stack runs no broker"));
    }

    /** From now on it neither answers nor breaks a connection. */
    public void pause() {
        signal("STOP");
    }

    /** It goes on where it stood. */
    public void resume() {
        signal("CONT");
    }

    private static boolean isBroker(ProcessHandle candidate) {
        return candidate.info().arguments().stream()
                .flatMap(Arrays::stream)
                .anyMatch(argument -> argument.endsWith(".BrokerMain"));
    }

    private void signal(String name) {
        try {
            int exit = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IllegalStateException("The broker did not take the signal " + name);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
