package dev.gatehouse.localstack.launcher;

import dev.gatehouse.localstack.broker.Broker;
import dev.gatehouse.localstack.broker.BrokerSettings;
import dev.gatehouse.localstack.database.Database;
import dev.gatehouse.localstack.database.DatabasePasswords;
import dev.gatehouse.localstack.database.DatabaseSettings;
import dev.gatehouse.localstack.database.DatabaseSettings.Durability;
import dev.gatehouse.localstack.database.OwnServer;
import dev.gatehouse.localstack.folder.Folders;
import dev.gatehouse.localstack.gateway.Gateway;
import dev.gatehouse.localstack.mailbox.Mailbox;
import dev.gatehouse.localstack.process.Child;
import dev.gatehouse.localstack.process.Launch;
import dev.gatehouse.localstack.suite.Member;
import dev.gatehouse.localstack.suite.MemberSetup;
import dev.gatehouse.localstack.suite.StackPort;
import dev.gatehouse.localstack.suite.StackPorts;
import dev.gatehouse.localstack.supervision.Board;
import dev.gatehouse.localstack.supervision.Holds;
import dev.gatehouse.localstack.supervision.Parallel;
import dev.gatehouse.localstack.supervision.PartState.Status;
import dev.gatehouse.localstack.supervision.SupervisedPart;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** The parts of one run: what must be there before what, both ways. */
final class Stack {
    private static final Duration SERVICE_PATIENCE = Duration.ofSeconds(20);
    private static final Duration BROKER_PATIENCE = Duration.ofSeconds(15);
    private static final Duration DATABASE_PATIENCE = Duration.ofSeconds(30);

    private final Folders folders;
    private final StackPorts ports;
    private final Board board;
    private final Holds holds;
    private final DatabasePasswords passwords;
    private final Optional<OwnServer> ownServer;
    private final MemberSetup setup;
    private final boolean hasGateway;

    private final ScheduledExecutorService restarts = Executors.newScheduledThreadPool(
            6, Thread.ofPlatform().daemon().name("restart-", 0).factory());
    private final Vertx vertx = Vertx.vertx();
    private final SupervisedPart database;
    private final SupervisedPart broker;
    private final List<SupervisedPart> services = new ArrayList<>();
    private final Map<String, AutoCloseable> closeables = new ConcurrentHashMap<>();
    private final AtomicBoolean stopped = new AtomicBoolean();

    /** What a run is made of: folders, ports, secrets, settings. */
    record Plan(
            Folders folders,
            StackPorts ports,
            DatabasePasswords passwords,
            Optional<OwnServer> ownServer,
            MemberSetup setup) {}

    /** Which services a run starts, and whether the gateway stands before them. */
    record Scope(Set<Member> services, boolean hasGateway) {
        static Scope everything() {
            return new Scope(EnumSet.allOf(Member.class), true);
        }

        /** The service runs, but is started some other way. */
        static Scope without(Member member) {
            return new Scope(EnumSet.complementOf(EnumSet.of(member)), true);
        }

        static Scope ofInfrastructure() {
            return new Scope(EnumSet.noneOf(Member.class), false);
        }
    }

    Stack(Plan plan, Scope scope, Board board) {
        this.hasGateway = scope.hasGateway();
        this.folders = plan.folders();
        this.ports = plan.ports();
        this.passwords = plan.passwords();
        this.ownServer = plan.ownServer();
        this.setup = plan.setup();
        this.board = board;
        this.holds = new Holds(folders.data());
        this.database = part(Database.PART, StackPort.DATABASE, DATABASE_PATIENCE, databaseServer()::start);
        this.broker = part(Broker.PART, StackPort.KAFKA, BROKER_PATIENCE, this::startBroker);
        board.add(Mailbox.PART, ports.number(StackPort.MAILBOX));
        for (Member member : scope.services()) {
            services.add(part(
                    member.shortName(),
                    StackPort.of(member),
                    SERVICE_PATIENCE,
                    onLaunch -> startService(member, onLaunch)));
        }
        if (hasGateway) {
            board.add(Gateway.PART, ports.number(StackPort.GATEWAY));
        }
    }

    private SupervisedPart part(String name, StackPort port, Duration patience, SupervisedPart.Starter starter) {
        board.add(name, ports.number(port));
        return new SupervisedPart(name, patience, starter, board, restarts, holds);
    }

    private Database databaseServer() {
        return new Database(
                new DatabaseSettings(
                        ports.number(StackPort.DATABASE),
                        folders.cache(),
                        folders.data().resolve("database"),
                        log(Database.PART),
                        Durability.EVERY_COMMIT),
                passwords);
    }

    private Child startBroker(Consumer<Child> onLaunch) throws IOException {
        Broker server = new Broker(new BrokerSettings(
                ports.number(StackPort.KAFKA), folders.cache(), folders.data().resolve("broker"), log(Broker.PART)));
        return server.start(onLaunch);
    }

    private Child startService(Member member, Consumer<Child> onLaunch) throws IOException {
        Launch launch = setup.launch(folders, member);
        Child service = Child.start(launch);
        onLaunch.accept(service);
        Health.awaitReady(service, member.shortName(), ports.number(StackPort.managementOf(member)), launch.log());
        return service;
    }

    /**
     * Returns when every part is ready and the other step is done, which is taken beside the services. What cannot be
     * started is thrown as an exception, with the rest still running.
     */
    void start(Parallel.Step beside) throws IOException {
        holds.clear();
        Parallel.run(List.of(this::startDatabase, broker::start, this::startMailbox));
        List<Parallel.Step> steps = new ArrayList<>(List.of(beside));
        services.forEach(service -> steps.add(service::start));
        Parallel.run(steps);
        if (hasGateway) {
            startGateway();
        }
    }

    private void startDatabase() throws IOException {
        if (ownServer.isPresent()) {
            board.change(Database.PART, state -> state.now(Status.STARTING, ""));
            ownServer.get().prepare(passwords);
            board.change(Database.PART, state -> state.now(Status.READY, "own server"));
        } else {
            database.start();
        }
    }

    private void startMailbox() throws IOException {
        board.change(Mailbox.PART, state -> state.now(Status.STARTING, ""));
        closeables.put(
                Mailbox.PART,
                Mailbox.start(
                        vertx,
                        folders.data().resolve("mailbox"),
                        ports.number(StackPort.SMTP),
                        ports.number(StackPort.MAILBOX)));
        board.readyInLauncher(Mailbox.PART);
    }

    private void startGateway() throws IOException {
        board.change(Gateway.PART, state -> state.now(Status.STARTING, ""));
        closeables.put(
                Gateway.PART, Gateway.start(vertx, ports.number(StackPort.GATEWAY), ports.ofMembers(), mailboxPage()));
        board.readyInLauncher(Gateway.PART);
    }

    private String mailboxPage() {
        return "http://localhost:" + ports.number(StackPort.MAILBOX);
    }

    /** Ends the services first, so that nothing they were doing is cut off from database, broker or mailbox. */
    void stop() throws IOException {
        if (stopped.getAndSet(true)) {
            return;
        }
        Parallel.run(
                services.stream().<Parallel.Step>map(service -> service::stop).toList());
        for (Map.Entry<String, AutoCloseable> closeable : closeables.entrySet()) {
            close(closeable.getKey(), closeable.getValue());
        }
        Parallel.run(List.of(broker::stop, database::stop));
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void close(String part, AutoCloseable closeable) throws IOException {
        try {
            closeable.close();
            board.change(part, state -> state.now(Status.STOPPED, ""));
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private Path log(String part) {
        return folders.logs().resolve(part + ".log");
    }
}
