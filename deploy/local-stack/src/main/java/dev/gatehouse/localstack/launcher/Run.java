package dev.gatehouse.localstack.launcher;

import dev.gatehouse.localstack.database.DatabaseAddress;
import dev.gatehouse.localstack.database.DatabasePasswords;
import dev.gatehouse.localstack.database.OwnServer;
import dev.gatehouse.localstack.database.Schema;
import dev.gatehouse.localstack.folder.FolderTree;
import dev.gatehouse.localstack.folder.Folders;
import dev.gatehouse.localstack.folder.OwnerOnly;
import dev.gatehouse.localstack.secret.Secrets;
import dev.gatehouse.localstack.suite.MemberSetup;
import dev.gatehouse.localstack.suite.StackAddresses;
import dev.gatehouse.localstack.suite.StackPort;
import dev.gatehouse.localstack.suite.StackPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/** Everything a run is decided by before anything starts: ports, secrets, addresses. */
record Run(StackPorts ports, Stack.Plan plan, Summary summary) {
    private static final String SECRETS = "secrets.properties";
    private static final String ADMIN_PASSWORD = "admin-password";

    /** All that a run leaves in the data folder; nothing else in there is ever deleted. */
    private static final List<String> TRACES = List.of(
            "database", "broker", "mailbox", "logs", "environment", "held", SECRETS, ADMIN_PASSWORD, "state.json");

    static Run prepare(Folders folders, Map<String, String> environment) throws IOException {
        OwnerOnly.folder(folders.data());
        StackPorts ports = StackPorts.from(environment);
        Secrets secrets = Secrets.keptIn(folders.data().resolve(SECRETS));
        DatabasePasswords passwords = DatabasePasswords.from(secrets, Schema.OF_SERVICES);
        Optional<OwnServer> ownServer = OwnServer.namedIn(environment);
        Path adminPassword = folders.data().resolve(ADMIN_PASSWORD);
        if (Files.notExists(adminPassword)) {
            OwnerOnly.write(adminPassword, secrets.password("first-admin"));
        }
        DatabaseAddress database = ownServer
                .map(OwnServer::address)
                .orElseGet(() -> new DatabaseAddress("127.0.0.1", ports.number(StackPort.DATABASE)));
        StackAddresses addresses = new StackAddresses(ports, database, adminPassword);
        MemberSetup setup = new MemberSetup(addresses, passwords, secrets, environment);
        return new Run(
                ports,
                new Stack.Plan(folders, ports, passwords, ownServer, setup),
                new Summary(addresses, environment));
    }

    /** A sentence for each port that something else listens on already. */
    List<String> takenPorts(Set<StackPort> needed, IntPredicate isTaken) {
        EnumSet<StackPort> own = EnumSet.copyOf(needed);
        if (plan.ownServer().isPresent()) {
            own.remove(StackPort.DATABASE);
        }
        return ports.complaints(own, isTaken);
    }

    static void forget(Folders folders) throws IOException {
        for (String trace : TRACES) {
            FolderTree.delete(folders.data().resolve(trace));
        }
    }
}
