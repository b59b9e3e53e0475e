package dev.gatehouse.localstack.event;

import dev.gatehouse.localstack.folder.Folders;
import dev.gatehouse.localstack.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The command {@code new-event}: makes a type of event in the contracts, ready to be changed. */
@Command(name = "new-event", description = "Make a type of event: record, schema, example, AsyncAPI entry.")
public final class NewEventCommand implements Callable<Integer> {
    @Parameters(paramLabel = "type", description = "Such as network.renamed: a noun and a past participle.")
    private String type = "";

    private final Terminal terminal;
    private final Path root;

    /** In the checkout that this program was built in. */
    public NewEventCommand(Terminal terminal) {
        this(terminal, Folders.detect().root());
    }

    NewEventCommand(Terminal terminal, Path root) {
        this.terminal = terminal;
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        Optional<EventName> name = EventName.of(type);
        if (name.isEmpty()) {
            terminal.complaint(
                    "\"" + type + "\" is no name of an event: write noun.past-participle, as network.renamed.");
            return 2;
        }
        ContractSources sources = new ContractSources(root.resolve("contracts/src/main"));
        if (sources.has(name.get())) {
            terminal.complaint("There is an event " + type + " already.");
            return 1;
        }
        for (Path file : sources.add(name.get())) {
            terminal.line("  " + root.relativize(file));
        }
        terminal.line("");
        terminal.line("Next: describe it and its fields in the record, the schema, the example and asyncapi.yaml;");
        terminal.line("      ./gatehouse test --unit contracts   says whether the four agree.");
        return 0;
    }
}
