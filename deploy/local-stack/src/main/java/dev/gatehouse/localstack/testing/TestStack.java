package dev.gatehouse.localstack.testing;

import dev.gatehouse.localstack.broker.Broker;
import dev.gatehouse.localstack.broker.BrokerSettings;
import dev.gatehouse.localstack.database.Database;
import dev.gatehouse.localstack.database.DatabaseAddress;
import dev.gatehouse.localstack.database.DatabasePasswords;
import dev.gatehouse.localstack.database.DatabaseSettings;
import dev.gatehouse.localstack.database.DatabaseSettings.Durability;
import dev.gatehouse.localstack.database.OwnServer;
import dev.gatehouse.localstack.database.Schema;
import dev.gatehouse.localstack.folder.FolderTree;
import dev.gatehouse.localstack.folder.Folders;
import dev.gatehouse.localstack.mailbox.Mailbox;
import dev.gatehouse.localstack.process.Child;
import dev.gatehouse.localstack.process.Ports;
import dev.gatehouse.localstack.secret.Secrets;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Database, broker and mailbox on free ports, over a folder that goes away with them. */
public final class TestStack implements AutoCloseable {
    private final RunFolder folder;
    private final ConcurrentLinkedQueue<Child> children = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<AutoCloseable> closeables = new ConcurrentLinkedQueue<>();
    private final DatabasePasswords passwords;
    private final Optional<OwnServer> ownServer;
    private final DatabaseAddress databaseAddress;
    private final int brokerPort;
    private final Database database;
    private final Broker broker;

    private TestStack(Folders folders) throws IOException {
        this.folder = RunFolder.sweepAndClaim(folders.tmp());
        this.passwords = DatabasePasswords.from(Secrets.forThisRunOnly(), Schema.ALL);
        List<Integer> ports = Ports.free(2);
        this.ownServer = OwnServer.namedIn(System.getenv());
        this.databaseAddress =
                ownServer.map(OwnServer::address).orElseGet(() -> new DatabaseAddress("127.0.0.1", ports.get(0)));
        this.brokerPort = ports.get(1);
        Path logs = folder.path().resolve("logs");
        this.database = new Database(
                new DatabaseSettings(
                        ports.get(0),
                        folders.cache(),
                        folder.path().resolve("database"),
                        logs.resolve("database.log"),
                        Durability.LAST_SECOND_AT_RISK),
                passwords);
        this.broker = new Broker(new BrokerSettings(
                brokerPort, folders.cache(), folder.path().resolve("broker"), logs.resolve("broker.log")));
    }

    /** Starts all three at once; returns their addresses when all are ready, with everything stopped when one fails. */
    public static Running start(Folders folders) throws IOException {
        TestStack stack = new TestStack(folders);
        try {
            return stack.startAll();
        } catch (CompletionException e) {
            stack.close();
            throw new IOException(
                    String.valueOf(
                            e.getCause() == null ? e.getMessage() : e.getCause().getMessage()),
                    e);
        }
    }

    private Running startAll() {
        CompletableFuture<Void> databaseStarted = async(this::startDatabase);
        CompletableFuture<Void> brokerStarted = async(() -> awaited(broker.start(this::launched)));
        Mailbox mailbox = startMailbox();
        CompletableFuture.allOf(databaseStarted, brokerStarted).join();
        return new Running(this, addresses(mailbox));
    }

    private void startDatabase() throws IOException {
        if (ownServer.isPresent()) {
            ownServer.get().prepare(passwords);
        } else {
            awaited(database.start(this::launched));
        }
    }

    /** Known (also to the next run, should this one be killed) before it is ready. */
    private synchronized void launched(Child child) {
        children.add(child);
        folder.remember(List.copyOf(children));
    }

    private static void awaited(Child child) throws IOException {
        if (!child.isRunning()) {
            throw new IOException("process " + child.identity().pid() + " ended as soon as it was ready");
        }
    }

    private Mailbox startMailbox() {
        Vertx vertx = Vertx.vertx();
        try {
            Mailbox mailbox = Mailbox.start(vertx, folder.path().resolve("mailbox"), 0, 0);
            closeables.add(mailbox);
            closeables.add(() ->
                    vertx.close().toCompletionStage().toCompletableFuture().join());
            return mailbox;
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private JsonObject addresses(Mailbox mailbox) {
        JsonObject byUser = new JsonObject();
        passwords.ofSchemaUsers().forEach(byUser::put);
        return new JsonObject()
                .put("dbHost", databaseAddress.host())
                .put("dbPort", databaseAddress.port())
                .put("dbPasswords", byUser)
                .put("kafka", "127.0.0.1:" + brokerPort)
                .put("smtpPort", mailbox.smtpPort())
                .put("mailboxPort", mailbox.webPort());
    }

    private static CompletableFuture<Void> async(Start start) {
        return CompletableFuture.runAsync(() -> {
            try {
                start.run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Ends everything at once (nothing of it is needed any more) and deletes the folder. */
    @Override
    public void close() throws IOException {
        children.forEach(Child::kill);
        for (AutoCloseable closeable : closeables) {
            try {
                closeable.close();
            } catch (Exception e) {
                throw new IOException(e);
            }
        }
        FolderTree.delete(folder.path());
    }

    /**
     * What runs, and where.
     *
     * @param addresses the one line that the caller reads
     */
    public record Running(TestStack stack, JsonObject addresses) {}

    private interface Start {
        void run() throws IOException;
    }
}
