package dev.gatehouse.localstack.broker;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * The main class of the broker's own JVM.
 *
 * <p>Arguments: data folder, port, controller port. Says {@code ready} once on standard output; ends when standard
 * input closes or on a signal, after an orderly shutdown.
 */
public final class BrokerMain {
    static final String READY = "ready";

    private BrokerMain() {}

    /** Runs until the stack ends. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        BrokerConfiguration configuration =
                new BrokerConfiguration(folder, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        Storage.format(configuration);
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(configuration.properties()), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "broker-shutdown"));
        server.startup();
        createTopics(configuration);
        sayReady();
        waitForEndOfInput();
        System.exit(0);
    }

    private static void createTopics(BrokerConfiguration configuration)
            throws InterruptedException, ExecutionException {
        try (Topics topics = Topics.at("127.0.0.1:" + configuration.port())) {
            topics.create();
        }
    }

    private static void sayReady() {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        out.println(READY);
    }

    private static void waitForEndOfInput() throws IOException {
        byte[] ignored = new byte[256];
        int count = System.in.read(ignored);
        while (count >= 0) {
            count = System.in.read(ignored);
        }
    }
}
