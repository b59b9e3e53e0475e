package dev.gatehouse.localstack.launcher;

import dev.gatehouse.localstack.folder.Folders;
import dev.gatehouse.localstack.folder.OwnerOnly;
import dev.gatehouse.localstack.suite.Member;
import dev.gatehouse.localstack.suite.StackPort;
import dev.gatehouse.localstack.supervision.StateFile;
import dev.gatehouse.localstack.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The command {@code infra}: what the services need around them, for services that are started some other way. */
@Command(
        name = "infra",
        description = "Start database, broker and mailbox, and print the environment that a service needs.")
public final class InfraCommand implements Callable<Integer> {
    private static final Set<StackPort> NEEDED =
            EnumSet.of(StackPort.DATABASE, StackPort.KAFKA, StackPort.SMTP, StackPort.MAILBOX);

    @Parameters(
            arity = "0..1",
            paramLabel = "service",
            description = "Print the environment of this service; without it, where the environments are.")
    private @Nullable String service;

    private final Terminal terminal;
    private final Folders folders = Folders.detect();
    private final StateFile stateFile = new StateFile(folders.data());

    /** Prints everything to {@code terminal}. */
    public InfraCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Optional<Member> shown = Optional.ofNullable(service).flatMap(Member::named);
        if (service != null && shown.isEmpty()) {
            terminal.complaint("There is no service \"" + service + "\".");
            return 2;
        }
        Run run = Run.prepare(folders, System.getenv());
        Foreground foreground = new Foreground(folders, stateFile, terminal);
        if (foreground.isObstructed(run, NEEDED)) {
            return 1;
        }
        return foreground.run(run, Stack.Scope.ofInfrastructure(), () -> {}, ending -> {
            terminal.line("  Mailbox    " + run.summary().addresses().mailbox());
            if (shown.isPresent()) {
                exports(run, shown.get()).lines().forEach(terminal::line);
            }
            for (Member member : Member.values()) {
                terminal.line("  Environment of " + member.module() + ":  . " + kept(run, member));
            }
            terminal.line("Ctrl-C stops everything; data stays for the next start.");
            ending.await();
            return 0;
        });
    }

    /** In a file that only its owner can read, because passwords are in it. */
    private Path kept(Run run, Member member) throws IOException {
        Path folder = folders.data().resolve("environment");
        OwnerOnly.folder(folder);
        Path file = folder.resolve(member.module() + ".sh");
        OwnerOnly.write(file, exports(run, member));
        return file;
    }

    private static String exports(Run run, Member member) throws IOException {
        return run.plan().setup().environment(member).entrySet().stream()
                .map(InfraCommand::export)
                .collect(Collectors.joining());
    }

    private static String export(Map.Entry<String, String> setting) {
        return "export " + setting.getKey() + "='" + setting.getValue().replace("'", "'\\''") + "'\n";
    }
}
