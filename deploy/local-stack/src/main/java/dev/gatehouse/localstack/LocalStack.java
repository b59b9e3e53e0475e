package dev.gatehouse.localstack;

import dev.gatehouse.localstack.bench.BenchCommand;
import dev.gatehouse.localstack.deadletter.ReplayCommand;
import dev.gatehouse.localstack.demo.DemoCommand;
import dev.gatehouse.localstack.event.NewEventCommand;
import dev.gatehouse.localstack.launcher.DevCommand;
import dev.gatehouse.localstack.launcher.DownCommand;
import dev.gatehouse.localstack.launcher.HoldCommand;
import dev.gatehouse.localstack.launcher.InfraCommand;
import dev.gatehouse.localstack.launcher.StatusCommand;
import dev.gatehouse.localstack.launcher.TestLaunchCommand;
import dev.gatehouse.localstack.launcher.UpCommand;
import dev.gatehouse.localstack.logs.LogsCommand;
import dev.gatehouse.localstack.terminal.Terminal;
import dev.gatehouse.localstack.testing.TestStackCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of {@code ./gatehouse} that concern the local stack. */
@Command(
        name = "gatehouse-local-stack",
        description = "Runs Gatehouse for real on one machine.",
        synopsisSubcommandLabel = "COMMAND")
public final class LocalStack {
    private LocalStack() {}

    /** Ends with the command's exit code. */
    public static void main(String[] arguments) {
        // keeps the network library off sun.misc.Unsafe, which newer JVMs complain about on the terminal
        System.setProperty("io.netty.noUnsafe", "true");
        Terminal terminal = Terminal.ofThisProcess();
        CommandLine line = new CommandLine(new LocalStack())
                .addSubcommand(new UpCommand(terminal))
                .addSubcommand(new DownCommand(terminal))
                .addSubcommand(new StatusCommand(terminal))
                .addSubcommand(new LogsCommand(terminal))
                .addSubcommand("stop", new HoldCommand(terminal, HoldCommand.Action.STOP))
                .addSubcommand("start", new HoldCommand(terminal, HoldCommand.Action.START))
                .addSubcommand(new DemoCommand(terminal))
                .addSubcommand(new InfraCommand(terminal))
                .addSubcommand(new DevCommand(terminal))
                .addSubcommand(new NewEventCommand(terminal))
                .addSubcommand(new ReplayCommand(terminal))
                .addSubcommand(new BenchCommand(terminal))
                .addSubcommand(new TestStackCommand(terminal, System.in))
                .addSubcommand(new TestLaunchCommand(terminal));
        line.setExecutionExceptionHandler((e, failed, parsed) -> {
            terminal.complaint(String.valueOf(e.getMessage()));
            return failed.getCommandSpec().exitCodeOnExecutionException();
        });
        System.exit(line.execute(arguments));
    }
}
