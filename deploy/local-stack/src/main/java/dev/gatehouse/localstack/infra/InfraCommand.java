package dev.gatehouse.localstack.infra;

import dev.gatehouse.localstack.folder.Folders;
import dev.gatehouse.localstack.terminal.Journal;
import dev.gatehouse.localstack.terminal.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code infra}: starts what tests need, says where it is, and ends when the caller's pipe does. */
@Command(
        name = "infra",
        description = "Start database, broker and mailbox on free ports for tests; ends when standard input closes.")
public final class InfraCommand implements Callable<Integer> {
    @Option(names = "--ephemeral", description = "Keep nothing: data is deleted at the end (the only mode there is).")
    private boolean ephemeral;

    private final Terminal terminal;
    private final InputStream input;

    /** Ends when {@code input} does. */
    public InfraCommand(Terminal terminal, InputStream input) {
        this.terminal = terminal;
        this.input = input;
    }

    @Override
    public Integer call() throws IOException {
        if (!ephemeral) {
            terminal.complaint("infra keeps nothing; say so with --ephemeral");
            return 2;
        }
        Journal.warningsOnly();
        Infra.Running running = Infra.start(Folders.detect());
        AtomicBoolean closed = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> closeOnce(running, closed), "infra-shutdown"));
        terminal.line(running.addresses().encode());
        int read = input.read();
        while (read >= 0) {
            read = input.read();
        }
        closeOnce(running, closed);
        return 0;
    }

    private static void closeOnce(Infra.Running running, AtomicBoolean closed) {
        if (closed.getAndSet(true)) {
            return;
        }
        try {
            running.infra().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
