package dev.gatehouse.testbed.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.chassis.testkit.Eventually;
import dev.gatehouse.testbed.suite.Agent;
import dev.gatehouse.testbed.suite.EveryService;
import dev.gatehouse.testbed.suite.LocalStack;
import dev.gatehouse.testbed.suite.RunningSuite;
import dev.gatehouse.testbed.suite.Session;
import dev.gatehouse.testbed.suite.Suite;
import dev.gatehouse.testbed.suite.Visitor;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A person who is forgotten: nothing personal stays in any service, and the record of what happened does. */
@ExtendWith(RunningSuite.class)
class ErasedAccountIT {
    private final Suite suite;
    private final Tables tables;
    private final Agent agent;
    private final Session session;
    private final Visitor admin;
    private final String name = "Zebulon" + UUID.randomUUID().toString().substring(0, 8);

    ErasedAccountIT(Suite suite) {
        this.suite = suite;
        this.tables = new Tables(suite.stack());
        suite.requireIpTrust();
        this.agent = suite.newAgent();
        this.session = suite.newSession(agent, suite.freshAddress());
        this.admin = suite.admin();
        rename("Ada " + name);
        rename(name + " Lovelace");
        suite.login(agent.typing("a wrong but long password"), suite.freshAddress())
                .expect(401);
        Eventually.holds("the name is known", () -> places().size() >= 3);
        admin.delete("/admin/api/v1/accounts/" + agent.id()).expect(204);
    }

    private void rename(String displayName) {
        String path = "/admin/api/v1/accounts/" + agent.id();
        String version = admin.get(path).expect(200).header("ETag");
        admin.with("If-Match", version)
                .patch(path, Map.of("displayName", displayName))
                .expect(200);
    }

    private Set<String> places() {
        return tables.placesOf(name, agent.email());
    }

    /** What is under way may still name the account: it is gone when it has arrived. */
    @Test
    void leavesNameAndAddressInNoTableOfAnySchema() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertEquals(Set.of(), places()));
    }

    @Test
    void isOutEverywhereAndCannotComeBack() {
        // Then
        EveryService.soonRefuses(session.visitor());
        assertEquals(401, suite.login(agent, suite.freshAddress()).status());
    }

    @Test
    void leavesNeitherNameNorAddressNorTrust() {
        // Then
        JsonNode account =
                admin.get("/admin/api/v1/accounts/" + agent.id()).expect(200).json();
        assertEquals("erased", account.get("status").asText());
        assertTrue(account.path("email").isNull(), account.toString());
        assertTrue(account.path("displayName").isNull(), account.toString());
        Eventually.holds("no address is trusted for it", () -> items(
                        "/admin/api/v1/ip-trust/trusted-addresses?accountId=" + agent.id())
                .isEmpty());
        Eventually.holds(
                "no delivery shows the address", () -> !admin.get("/admin/api/v1/notifications/deliveries?limit=200")
                        .expect(200)
                        .body()
                        .contains(agent.email()));
    }

    @Test
    void staysInTheAuditLogWithoutTheAddress() {
        // Then
        Eventually.holds("its erasure is published", () -> suite.auditedTypes(agent.id())
                .containsAll(List.of("account.created", "login.succeeded", "account.erased")));
        assertFalse(suite.auditLog().about(agent.id()).toString().contains(agent.email()));
    }

    @Test
    void makesRoomForAnotherWithTheSameAddress() {
        // When
        JsonNode created = admin.post(
                        "/admin/api/v1/accounts",
                        Map.of("email", agent.email(), "displayName", "Ada again", "kind", "agent"))
                .expect(201)
                .json();

        // Then
        assertFalse(created.get("id").asText().equals(agent.id()));
        assertEquals("invited", created.get("status").asText());
    }

    private List<JsonNode> items(String path) {
        return admin.get(path).expect(200).json().findValues("id");
    }

    /** All tables of all schemas, searched for what somebody hopes is not there. */
    private record Tables(LocalStack stack) {
        private static final List<String> SCHEMAS =
                List.of("gatehouse_auth", "gatehouse_ip_trust", "gatehouse_notification", "gatehouse_audit");

        private static final String COLUMNS = "SELECT c.table_name, c.column_name"
                + " FROM information_schema.columns c JOIN information_schema.tables t"
                + " ON t.table_schema = c.table_schema AND t.table_name = c.table_name"
                + " WHERE c.table_schema = ? AND t.table_type = 'BASE TABLE'"
                + " AND c.data_type REGEXP 'char|text|blob|json|varbinary'";

        /** Every column in which one of these texts stands. */
        Set<String> placesOf(String... texts) {
            Set<String> places = new TreeSet<>();
            SCHEMAS.forEach(schema -> {
                try (Connection connection = connection(schema)) {
                    for (Column column : columns(connection, schema)) {
                        for (String text : texts) {
                            if (stands(connection, column, text)) {
                                places.add(schema + "." + column.table() + "." + column.name());
                            }
                        }
                    }
                } catch (SQLException e) {
                    throw new IllegalStateException(schema, e);
                }
            });
            return places;
        }

        private record Column(String table, String name) {}

        private static List<Column> columns(Connection connection, String schema) throws SQLException {
            try (PreparedStatement query = connection.prepareStatement(COLUMNS)) {
                query.setString(1, schema);
                List<Column> columns = new ArrayList<>();
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        columns.add(new Column(rows.getString(1), rows.getString(2)));
                    }
                }
                return columns;
            }
        }

        private static boolean stands(Connection connection, Column column, String text) throws SQLException {
            String statement = "SELECT 1 FROM `%s` WHERE CONVERT(`%s` USING utf8mb4) LIKE ? LIMIT 1"
                    .formatted(column.table(), column.name());
            try (PreparedStatement query = connection.prepareStatement(statement)) {
                query.setString(1, "%" + text + "%");
                try (ResultSet rows = query.executeQuery()) {
                    return rows.next();
                }
            }
        }

        /** With the rights of the migrations. */
        private Connection connection(String schema) throws SQLException {
            String user = schema + "_ddl";
            String server = stack.runsDatabase()
                    ? stack.local("DATABASE").getAuthority()
                    : URI.create(System.getenv("GATEHOUSE_DB_URL"))
                            .getAuthority()
                            .replaceAll(".*@", "");
            return DriverManager.getConnection(
                    "jdbc:mariadb://" + server + "/" + schema + "?allowPublicKeyRetrieval=true",
                    user,
                    stack.secret("database." + user));
        }
    }
}
