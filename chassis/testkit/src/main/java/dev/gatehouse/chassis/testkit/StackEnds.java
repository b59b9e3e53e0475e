package dev.gatehouse.chassis.testkit;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The stack of this test process, seen from outside the service under test. */
public final class StackEnds {
    private StackEnds() {}

    /** The mailbox that takes every mail. */
    public static Mailbox mailbox() {
        return Mailbox.at(
                URI.create("http://127.0.0.1:" + StackProcess.running().mailboxPort()));
    }

    /** The broker's topics. */
    public static Topics topics() {
        return Topics.of(StackProcess.running().kafka());
    }

    /** One schema of the database. */
    public static Database database(String schema) {
        return new Database(StackProcess.running(), schema);
    }

    /** The broker's process, which can be stopped for a while. */
    public static Broker broker() {
        return new Broker(StackProcess.process());
    }

    /** Where the database listens, for a proxy in between. */
    public static int databasePort() {
        return StackProcess.running().dbPort();
    }

    /** Where the broker listens, for a proxy in between. */
    public static int brokerPort() {
        String address = StackProcess.running().kafka();
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    /** Where the mail server listens, for a proxy in between. */
    public static int smtpPort() {
        return StackProcess.running().smtpPort();
    }

    /** The packaged stack, for processes of a test's own: its class path holds a broker. */
    public static Path packagedStack() {
        return StackProcess.packaged();
    }

    /** How the database server of the stack was started; empty where the server is run by others. */
    public static Optional<List<String>> databaseCommand() {
        return StackProcess.process()
                .descendants()
                .map(ProcessHandle::info)
                .filter(info -> info.command().orElse("").endsWith("mariadbd"))
                .map(info -> Stream.concat(
                                info.command().stream(),
                                Stream.of(info.arguments().orElseThrow()))
                        .toList())
                .findFirst();
    }
}
