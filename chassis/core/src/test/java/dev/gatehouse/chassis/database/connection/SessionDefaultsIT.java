package dev.gatehouse.chassis.database.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.chassis.ChassisProfile;
import dev.gatehouse.chassis.testkit.GatehouseStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** B13: what the suite needs of a session does not depend on the defaults of the server. */
@QuarkusTest
@TestProfile(ChassisProfile.class)
@WithTestResource(value = GatehouseStack.class, initArgs = @ResourceArg(name = "schema", value = "gatehouse_chassis"))
class SessionDefaultsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** The isolation level has a name of its own on MySQL, on older MariaDB, and both on newer. */
    private static final String VARIABLES = "SHOW SESSION VARIABLES WHERE Variable_name IN"
            + " ('transaction_isolation', 'tx_isolation', 'time_zone', 'sql_mode', 'innodb_lock_wait_timeout')";

    private static final Map<String, String> NEEDED = Map.of(
            "isolation",
            "REPEATABLE-READ",
            "time_zone",
            "+00:00",
            "innodb_lock_wait_timeout",
            "5",
            "sql_mode",
            "STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION");

    @Inject
    Pool pool;

    @Inject
    Flyway flyway;

    @Test
    void connectionsOfThePoolHaveThem() {
        assertEquals(
                NEEDED,
                pool.withConnection(SessionDefaultsIT::variables).await().atMost(PATIENCE));
    }

    @Test
    void connectionsOfTheMigrationsHaveThem() throws SQLException {
        try (Connection connection = flyway.getConfiguration().getDataSource().getConnection();
                ResultSet found = connection.createStatement().executeQuery(VARIABLES)) {
            Map<String, String> variables = new TreeMap<>();
            while (found.next()) {
                variables.put(key(found.getString(1)), found.getString(2));
            }
            assertEquals(NEEDED, variables);
        }
    }

    @Test
    void replaceTheDefaultsOfAnUnusualServer() {
        Stream<String> defaults = Stream.of(
                "SET SESSION sql_mode = '', time_zone = '+05:00', innodb_lock_wait_timeout = 50",
                "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED");
        List<String> statements =
                Stream.concat(defaults, SessionDefaults.statements().stream()).toList();

        Map<String, String> variables = pool.withConnection(
                        connection -> each(connection, statements).chain(() -> variables(connection)))
                .await()
                .atMost(PATIENCE);

        assertEquals(NEEDED, variables);
    }

    private static Uni<Void> each(SqlConnection connection, List<String> statements) {
        return Multi.createFrom()
                .iterable(statements)
                .onItem()
                .transformToUniAndConcatenate(sql -> connection.query(sql).execute())
                .onItem()
                .ignoreAsUni();
    }

    private static Uni<Map<String, String>> variables(SqlConnection connection) {
        return connection.query(VARIABLES).execute().map(rows -> {
            Map<String, String> variables = new TreeMap<>();
            rows.forEach(row -> variables.put(key(row.getString(0)), row.getString(1)));
            return variables;
        });
    }

    private static String key(String variable) {
        return variable.endsWith("_isolation") ? "isolation" : variable;
    }
}
