package dev.gatehouse.auth.session.revocation;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.gatehouse.auth.Admins;
import dev.gatehouse.auth.AuthStack;
import dev.gatehouse.chassis.testkit.Database;
import dev.gatehouse.chassis.testkit.StackEnds;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@AuthStack
class RevocationHeartbeatIT {
    private static final String LOCK = "'gatehouse.outbox." + AuthStack.SCHEMA + "'";

    private final Database database = StackEnds.database(AuthStack.SCHEMA);

    @Inject
    Admins admins;

    /** A5: no relay leads, so ended sessions are not heard of, although the broker and every replica are well. */
    @Test
    void administrativeChangesWaitWhileNoRelayPublishesRevocations() throws SQLException {
        // Given
        String token = admins.token(UUID.randomUUID());

        // When
        try (Connection other = database.asApp();
                Statement statement = other.createStatement()) {
            takeTheLead(statement);

            // Then
            await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> RestAssured.given()
                    .auth()
                    .oauth2(token)
                    .contentType(ContentType.JSON)
                    .body(Map.of())
                    .post("/admin/api/v1/accounts")
                    .then()
                    .statusCode(503)
                    .body("type", equalTo("urn:gatehouse:problem:revocation-feed-silent")));
        }
        assertFalse(admins.token(UUID.randomUUID()).isEmpty(), "a token is given once the feed is healthy again");
    }

    private static void takeTheLead(Statement statement) throws SQLException {
        long leader = number(statement, "SELECT IS_USED_LOCK(" + LOCK + ")");
        if (leader != 0) {
            statement.execute("KILL " + leader);
        }
        if (number(statement, "SELECT GET_LOCK(" + LOCK + ", 10)") != 1) {
            throw new IllegalStateException("The relay keeps the lead");
        }
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
