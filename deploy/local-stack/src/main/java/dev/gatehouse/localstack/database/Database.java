package dev.gatehouse.localstack.database;

import dev.gatehouse.localstack.folder.FolderTree;
import dev.gatehouse.localstack.folder.OwnerOnly;
import dev.gatehouse.localstack.process.Child;
import dev.gatehouse.localstack.process.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Starts the database server over one data folder; what it holds outlives the server. */
public final class Database {
    /** Name of the part, and of its log. */
    public static final String PART = "database";

    private static final Duration READY_WITHIN = Duration.ofSeconds(60);

    private final DatabaseSettings settings;
    private final DatabasePasswords passwords;

    /** Starts nothing yet. */
    public Database(DatabaseSettings settings, DatabasePasswords passwords) {
        this.settings = settings;
        this.passwords = passwords;
    }

    /**
     * Starts the server; returns when it takes connections and all schemas and users are there.
     *
     * @param onLaunch learns of the process before it is ready
     */
    public Child start(Consumer<Child> onLaunch) throws IOException {
        MariaDbBinaries binaries = MariaDbBinaries.unpackedIn(settings.cache());
        Path files = settings.folder().resolve("files");
        OwnerOnly.folder(settings.folder());
        if (Files.notExists(files)) {
            layOut(binaries.emptyData(), files);
        }
        Path initFile = settings.folder().resolve("init.sql");
        OwnerOnly.write(initFile, String.join(";\n", Preparation.ownServer(passwords)) + ";\n");
        Child server = Child.start(launch(binaries, files, initFile));
        onLaunch.accept(server);
        Greeting.await(settings.port(), server, READY_WITHIN, settings.log());
        return server;
    }

    /** Either complete or not there: a copy that was cut off leaves no folder of this name. */
    private static void layOut(Path empty, Path files) throws IOException {
        Path draft = files.resolveSibling("files.new");
        FolderTree.delete(draft);
        FolderTree.copy(empty, draft);
        OwnerOnly.folder(draft);
        Files.move(draft, files);
    }

    private Launch launch(MariaDbBinaries binaries, Path files, Path initFile) {
        List<String> command = new ArrayList<>(List.of(
                binaries.server(),
                "--no-defaults",
                "--basedir=" + binaries.base(),
                "--datadir=" + files,
                "--socket=mariadb.sock",
                "--pid-file=mariadb.pid",
                "--bind-address=127.0.0.1",
                "--port=" + settings.port(),
                "--init-file=" + initFile));
        command.addAll(TUNING);
        command.add("--innodb-flush-log-at-trx-commit=" + settings.durability().flushLogAtCommit());
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        return new Launch(
                PART,
                command,
                Map.of(binaries.libraryPathVariable(), binaries.libraries().toString()),
                files,
                settings.log());
    }

    /** No TLS key pair at each start (12 s on a small machine), and little memory: it serves one person. */
    private static final List<String> TUNING = List.of(
            "--skip-ssl",
            "--skip-name-resolve",
            "--character-set-server=utf8mb4",
            "--collation-server=utf8mb4_bin",
            "--default-time-zone=+00:00",
            "--innodb-buffer-pool-size=96M",
            "--innodb-log-file-size=48M",
            "--performance-schema=OFF",
            "--max-connections=200");
}
