package dev.gatehouse.localstack.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.localstack.database.DatabaseSettings.Durability;
import dev.gatehouse.localstack.folder.FolderTree;
import dev.gatehouse.localstack.folder.Folders;
import dev.gatehouse.localstack.process.Child;
import dev.gatehouse.localstack.process.Ports;
import dev.gatehouse.localstack.secret.Secrets;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatabaseIT {
    private final Path folder = Path.of(
                    "target",
                    "database-test",
                    Long.toString(ProcessHandle.current().pid()))
            .toAbsolutePath();
    private DatabasePasswords passwords;
    private Database database;
    private Child server;
    private int port;

    @BeforeEach
    void startServer() throws IOException {
        port = Ports.free(1).getFirst();
        passwords = DatabasePasswords.from(Secrets.forThisRunOnly(), Schema.ALL);
        database = new Database(
                new DatabaseSettings(
                        port,
                        Folders.of(Path.of(System.getProperty("gatehouse.root")))
                                .cache(),
                        folder,
                        folder.resolve("database.log"),
                        Durability.EVERY_COMMIT),
                passwords);
        server = database.start(child -> {});
    }

    @AfterEach
    void stop() throws IOException {
        server.kill();
        FolderTree.delete(folder);
    }

    @Test
    void givesMigrationUserItsSchemaAndRuntimeUserOnlyWhatIsGranted() throws SQLException {
        for (Schema schema : Schema.values()) {
            run(schema, schema.migrationUser(), "CREATE TABLE thing (id INT PRIMARY KEY)");

            assertDenied(schema, schema.runtimeUser(), "SELECT * FROM " + schema.schemaName() + ".thing");

            run(schema, schema.migrationUser(), "GRANT SELECT ON thing TO " + schema.runtimeUser());
            run(schema, schema.runtimeUser(), "SELECT * FROM thing");
            assertDenied(schema, schema.runtimeUser(), "INSERT INTO thing VALUES (1)");
            assertDenied(schema, schema.runtimeUser(), "CREATE TABLE other (id INT)");
        }
    }

    @Test
    void keepsEachSchemaFromTheOthersUsers() {
        assertDenied(Schema.AUTH, Schema.AUDIT.migrationUser(), "SELECT 1");
        assertDenied(Schema.AUDIT, Schema.AUTH.runtimeUser(), "SELECT 1");
    }

    @Test
    void letsNobodyInWithoutTheRightPassword() {
        assertThrows(SQLException.class, () -> connect("gatehouse_auth", "gatehouse_auth_ddl", ""));
        assertThrows(SQLException.class, () -> connect("", "root", ""));
        assertThrows(SQLException.class, () -> connect("", "", ""));
    }

    @Test
    void keepsCommittedRowsWhenKilled() throws Exception {
        run(Schema.AUTH, Schema.AUTH.migrationUser(), "CREATE TABLE kept (id INT PRIMARY KEY)");
        run(Schema.AUTH, Schema.AUTH.migrationUser(), "INSERT INTO kept VALUES (42)");

        server.kill();
        server = database.start(child -> {});

        try (Connection connection =
                        connect("gatehouse_auth", "gatehouse_auth_ddl", passwords.of("gatehouse_auth_ddl"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id FROM kept")) {
            assertTrue(rows.next());
            assertEquals(42, rows.getInt(1));
        }
    }

    private void assertDenied(Schema schema, String user, String sql) {
        SQLException denial = assertThrows(SQLException.class, () -> run(schema, user, sql), sql);
        assertTrue(String.valueOf(denial.getMessage()).contains("denied"), denial::getMessage);
    }

    private void run(Schema schema, String user, String sql) throws SQLException {
        try (Connection connection = connect(schema.schemaName(), user, passwords.of(user));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect(String schema, String user, String password) throws SQLException {
        return DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + port + "/" + schema, user, password);
    }
}
