package dev.gatehouse.localstack.bench;

import dev.gatehouse.localstack.database.Administration;
import dev.gatehouse.localstack.database.DatabasePasswords;
import dev.gatehouse.localstack.database.Schema;
import dev.gatehouse.localstack.folder.Folders;
import dev.gatehouse.localstack.process.Java;
import dev.gatehouse.localstack.process.Ports;
import dev.gatehouse.localstack.process.ProcessIdentity;
import dev.gatehouse.localstack.secret.Secrets;
import dev.gatehouse.localstack.suite.StackPort;
import dev.gatehouse.localstack.suite.StackPorts;
import dev.gatehouse.localstack.supervision.PartState;
import dev.gatehouse.localstack.supervision.StateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The packaged suite with data and ports of its own, beside whatever else runs, started as people start it but with all
 * of the JVM's compilers.
 */
final class BenchSuite implements AutoCloseable {
    private static final String OBSERVER = "gatehouse_bench";
    /** The local stack gives up throughput for a sooner start; what is shipped does not. */
    private static final String AS_SHIPPED = "-XX:TieredStopAtLevel=4";

    private final Folders folders;
    private final Map<String, String> environment;
    private final StackPorts ports;
    private final String observerPassword;
    private final AtomicBoolean closed = new AtomicBoolean();

    private BenchSuite(Folders checkout) throws IOException {
        this.folders = new Folders(checkout.root(), checkout.root().resolve(".gatehouse/bench"));
        this.environment = environment(folders);
        this.ports = StackPorts.from(environment);
        this.observerPassword = Secrets.forThisRunOnly().password(OBSERVER);
    }

    /** Starts everything on empty data; returns when it is ready. */
    static BenchSuite start(Folders checkout) throws IOException {
        BenchSuite suite = new BenchSuite(checkout);
        Runtime.getRuntime().addShutdownHook(new Thread(suite::closeIfInterrupted));
        suite.command("up", "--fresh", "--detach");
        try {
            suite.letObserverIn();
        } catch (IOException e) {
            suite.close();
            throw e;
        }
        return suite;
    }

    private static Map<String, String> environment(Folders folders) throws IOException {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("GATEHOUSE_DATA", folders.data().toString());
        environment.put("GATEHOUSE_JAVA_OPTIONS", AS_SHIPPED);
        Iterator<Integer> free = Ports.free(StackPort.values().length).iterator();
        for (StackPort port : StackPort.values()) {
            environment.put(port.setting(), Integer.toString(free.next()));
        }
        return environment;
    }

    /** What differs from a run of a person. */
    Map<String, String> settings() {
        return Map.of("GATEHOUSE_JAVA_OPTIONS", AS_SHIPPED);
    }

    String origin() {
        return url(StackPort.GATEWAY);
    }

    String mailbox() {
        return url(StackPort.MAILBOX);
    }

    String broker() {
        return "127.0.0.1:" + ports.number(StackPort.KAFKA);
    }

    String adminPassword() throws IOException {
        return Files.readString(folders.data().resolve("admin-password")).strip();
    }

    /** A connection that may see and do everything. */
    Connection database() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:mariadb://127.0.0.1:" + ports.number(StackPort.DATABASE) + "/?sslMode=disable",
                OBSERVER,
                observerPassword);
    }

    /** The processes of database, broker and services, by the name of their part. */
    Map<String, ProcessHandle> processes() throws IOException {
        Map<String, ProcessHandle> processes = new HashMap<>();
        List<PartState> parts =
                new StateFile(folders.data()).read().map(StateFile.State::parts).orElse(List.of());
        for (PartState part : parts) {
            part.process().flatMap(ProcessIdentity::running).ifPresent(process -> processes.put(part.part(), process));
        }
        return processes;
    }

    /** Runs a command of the local stack on this suite. */
    void command(String... words) throws IOException {
        List<String> line = new ArrayList<>(
                List.of(Java.launcher(), "-Dgatehouse.root=" + folders.root(), "-jar", Java.classPath()));
        line.addAll(List.of(words));
        Path log = folders.data().resolveSibling("bench.log");
        Files.createDirectories(log.getParent());
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            if (builder.start().waitFor() != 0) {
                throw new IOException("the suite did not take the command " + words[0] + ": " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        if (!closed.getAndSet(true)) {
            command("down");
        }
    }

    /** The suite runs in processes of its own, which would outlive a measurement that somebody ends. */
    private void closeIfInterrupted() {
        try {
            close();
        } catch (IOException failure) {
            throw new UncheckedIOException("The measured suite still runs", failure);
        }
    }

    private void letObserverIn() throws IOException {
        DatabasePasswords passwords = DatabasePasswords.from(
                Secrets.keptIn(folders.data().resolve("secrets.properties")), Schema.OF_SERVICES);
        Administration.run(
                folders.cache(),
                folders.data(),
                passwords,
                "CREATE USER '" + OBSERVER + "'@'%' IDENTIFIED BY '" + observerPassword + "';"
                        + "GRANT ALL ON *.* TO '" + OBSERVER + "'@'%';"
                        + "SET GLOBAL userstat = 1; SET GLOBAL innodb_monitor_enable = 'trx_rw_commits';");
    }

    private String url(StackPort port) {
        return "http://localhost:" + ports.number(port);
    }
}
