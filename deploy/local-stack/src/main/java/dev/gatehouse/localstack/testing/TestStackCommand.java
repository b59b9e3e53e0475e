package dev.gatehouse.localstack.testing;

import dev.gatehouse.localstack.folder.Folders;
import dev.gatehouse.localstack.terminal.LibraryLog;
import dev.gatehouse.localstack.terminal.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The command {@code test-stack}: starts what tests need, says where it is, and ends when the caller's pipe does, or
 * when the process ends that it accompanies.
 */
@Command(
        name = "test-stack",
        hidden = true,
        description = "Start database, broker and mailbox on free ports for tests; keeps nothing.")
public final class TestStackCommand implements Callable<Integer> {
    @Option(names = "--with-process", description = "End with this process, and not with standard input.")
    private @Nullable Long accompanied;

    private final Terminal terminal;
    private final InputStream input;

    /** Without {@code --with-process} it ends when {@code input} does. */
    public TestStackCommand(Terminal terminal, InputStream input) {
        this.terminal = terminal;
        this.input = input;
    }

    @Override
    public Integer call() throws IOException {
        LibraryLog.warningsOnly();
        TestStack.Running running = TestStack.start(Folders.detect());
        AtomicBoolean closed = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> closeOnce(running, closed), "test-stack-shutdown"));
        terminal.line(running.addresses().encode());
        if (accompanied == null) {
            awaitEndOfInput();
        } else {
            ProcessHandle.of(accompanied).ifPresent(process -> process.onExit().join());
        }
        closeOnce(running, closed);
        return 0;
    }

    private void awaitEndOfInput() throws IOException {
        int read = input.read();
        while (read >= 0) {
            read = input.read();
        }
    }

    private static void closeOnce(TestStack.Running running, AtomicBoolean closed) {
        if (closed.getAndSet(true)) {
            return;
        }
        try {
            running.stack().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
