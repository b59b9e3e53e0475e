package dev.gatehouse.localstack.launcher;

import dev.gatehouse.localstack.folder.Folders;
import dev.gatehouse.localstack.suite.Member;
import dev.gatehouse.localstack.suite.StackPort;
import dev.gatehouse.localstack.supervision.StateFile;
import dev.gatehouse.localstack.terminal.Terminal;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The command {@code dev}: one service from its sources with live reload and debugger, the others as packaged. */
@Command(name = "dev", description = "Run one service from its sources with live reload, the others as packaged.")
public final class DevCommand implements Callable<Integer> {
    @Parameters(paramLabel = "service", description = "auth, ip-trust, notification or audit.")
    private String service = "";

    private final Terminal terminal;
    private final Folders folders = Folders.detect();
    private final StateFile stateFile = new StateFile(folders.data());

    /** Prints everything to {@code terminal}. */
    public DevCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Optional<Member> member = Member.named(service);
        if (member.isEmpty()) {
            terminal.complaint("There is no service \"" + service + "\".");
            return 2;
        }
        Run run = Run.prepare(folders, System.getenv());
        Foreground foreground = new Foreground(folders, stateFile, terminal);
        if (foreground.isObstructed(run, EnumSet.allOf(StackPort.class))) {
            return 1;
        }
        DevMode devMode = new DevMode(folders.root(), member.get(), run.plan().setup());
        int management = run.ports().number(StackPort.managementOf(member.get()));
        return foreground.run(run, Stack.Scope.without(member.get()), () -> devMode.start(management), ending -> {
            run.summary().print(terminal);
            terminal.line("  " + member.get().module() + " runs from its sources: a changed class is loaded at the"
                    + " next request; a debugger connects to port " + DevMode.DEBUG_PORT + ".");
            terminal.line("  Ctrl-C stops everything; data stays for the next start.");
            return devMode.await();
        });
    }
}
