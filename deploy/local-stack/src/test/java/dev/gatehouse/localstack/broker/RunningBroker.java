package dev.gatehouse.localstack.broker;

import dev.gatehouse.localstack.folder.FolderTree;
import dev.gatehouse.localstack.folder.Folders;
import dev.gatehouse.localstack.process.Child;
import dev.gatehouse.localstack.process.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A broker of its own for one test. */
public final class RunningBroker implements AutoCloseable {
    private final Path folder;
    private final BrokerSettings settings;
    private Child process;

    private RunningBroker(Path folder) throws IOException {
        this.folder = folder;
        this.settings = new BrokerSettings(
                Ports.free(1).getFirst(),
                Folders.of(Path.of(System.getProperty("gatehouse.root"))).cache(),
                folder,
                folder.resolve("broker.log"));
        this.process = new Broker(settings).start(child -> {});
    }

    /** Starts it on an empty folder of this name. */
    public static RunningBroker in(String folder) throws IOException {
        return new RunningBroker(
                Path.of("target", folder, Long.toString(ProcessHandle.current().pid()))
                        .toAbsolutePath());
    }

    /** What clients connect to. */
    public String bootstrapServers() {
        return settings.bootstrapServers();
    }

    /** The settings of a client. */
    public Map<String, Object> client() {
        return Map.of("bootstrap.servers", bootstrapServers());
    }

    /** Ends it without a word and starts it again on the same folder. */
    public void killAndRestart() throws IOException {
        process.kill();
        process = new Broker(settings).start(child -> {});
    }

    @Override
    public void close() throws IOException {
        process.kill();
        FolderTree.delete(folder);
    }
}
