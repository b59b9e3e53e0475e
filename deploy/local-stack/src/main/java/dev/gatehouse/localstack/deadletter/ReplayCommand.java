package dev.gatehouse.localstack.deadletter;

import dev.gatehouse.localstack.folder.Folders;
import dev.gatehouse.localstack.suite.StackPort;
import dev.gatehouse.localstack.suite.StackPorts;
import dev.gatehouse.localstack.terminal.LibraryLog;
import dev.gatehouse.localstack.terminal.Terminal;
import dev.gatehouse.localstack.terminal.Tone;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code replay}: publishes the dead letters of a service again, each once. */
@Command(name = "replay", description = "Publish what a service has set aside once more.")
public final class ReplayCommand implements Callable<Integer> {
    @Parameters(paramLabel = "service", description = "Such as notification-service.")
    private String service = "";

    @Option(names = "--dry-run", description = "List the dead letters, publish nothing.")
    private boolean dryRun;

    @Option(names = "--again", description = "Also those that were replayed before.")
    private boolean again;

    @Option(names = "--kafka-config", paramLabel = "file", description = "Properties of a Kafka client (TLS, SASL).")
    private @Nullable Path config;

    private final Terminal terminal;
    private final Map<String, String> environment;

    /** Against the broker that {@code KAFKA_BOOTSTRAP_SERVERS} names, and else that of the local stack. */
    public ReplayCommand(Terminal terminal) {
        this(terminal, System.getenv());
    }

    ReplayCommand(Terminal terminal, Map<String, String> environment) {
        this.terminal = terminal;
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Integer call() throws IOException, ExecutionException, InterruptedException {
        LibraryLog.warningsOnly();
        int replayed = 0;
        int left = 0;
        try (DeadLetters letters = new DeadLetters(kafka(), "gatehouse." + service + ".dead-letters")) {
            if (again) {
                letters.fromTheBeginning();
            }
            for (DeadLetters.DeadLetter letter : letters.read()) {
                if (dryRun || letter.isPointer()) {
                    left++;
                    terminal.signed(letter.isPointer() ? Tone.BAD : Tone.QUIET, letter.description());
                } else {
                    letters.replay(letter);
                    replayed++;
                    terminal.signed(Tone.GOOD, letter.description());
                }
            }
        }
        terminal.line(replayed + " replayed, " + left + " left as they are.");
        return 0;
    }

    private Map<String, Object> kafka() throws IOException {
        Map<String, Object> settings = new HashMap<>();
        Path file = config;
        if (file != null) {
            Properties properties = new Properties();
            try (Reader text = Files.newBufferedReader(file)) {
                properties.load(text);
            }
            properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
        }
        settings.putIfAbsent(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap());
        return settings;
    }

    private String bootstrap() throws IOException {
        String given = environment.get("KAFKA_BOOTSTRAP_SERVERS");
        return given == null || given.isBlank()
                ? "127.0.0.1:"
                        + StackPorts.ofRun(Folders.detect().data(), environment).number(StackPort.KAFKA)
                : given;
    }
}
