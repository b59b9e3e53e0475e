package dev.gatehouse.localstack.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Statements of the administrator of the stack's own server, over its socket: nobody is let in as root over TCP. */
public final class Administration {
    private Administration() {}

    /**
     * Runs the statements on the server of this data folder.
     *
     * @throws IOException when the server does not take them
     */
    public static void run(Path cache, Path data, DatabasePasswords passwords, String statements) throws IOException {
        MariaDbBinaries binaries = MariaDbBinaries.unpackedIn(cache);
        ProcessBuilder client = new ProcessBuilder(List.of(
                        binaries.base().resolve("bin/mariadb").toString(),
                        "--no-defaults",
                        "--skip-ssl",
                        "--user=" + DatabasePasswords.ROOT,
                        "--socket=" + data.resolve("database/files/mariadb.sock")))
                .redirectErrorStream(true);
        client.environment()
                .put(binaries.libraryPathVariable(), binaries.libraries().toString());
        client.environment().put("MYSQL_PWD", passwords.of(DatabasePasswords.ROOT));
        Process process = client.start();
        try (var input = process.getOutputStream()) {
            input.write(statements.getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException("the database server did not take the statements: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
