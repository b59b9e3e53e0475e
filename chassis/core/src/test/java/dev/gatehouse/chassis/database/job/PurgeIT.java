package dev.gatehouse.chassis.database.job;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.chassis.ChassisProfile;
import dev.gatehouse.chassis.database.UuidBytes;
import dev.gatehouse.chassis.testkit.Database;
import dev.gatehouse.chassis.testkit.GatehouseStack;
import dev.gatehouse.chassis.testkit.StackEnds;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** B4: a purge takes what is old, and nothing else waits for it. */
@QuarkusTest
@TestProfile(ChassisProfile.class)
@WithTestResource(value = GatehouseStack.class, initArgs = @ResourceArg(name = "schema", value = "gatehouse_chassis"))
class PurgeIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    private final Database database = StackEnds.database("gatehouse_chassis");

    @Inject
    Purge purge;

    @BeforeEach
    void clear() {
        database.update("DELETE FROM inbox WHERE consumer LIKE 'purge-%'");
    }

    @Test
    void deletesAllThatIsOldInSeveralTransactions() {
        // Given
        int old = 2 * Purge.BATCH + 1;
        for (int i = 0; i < old; i++) {
            receipt("purge-a", UUID.randomUUID(), "2019-12-31 23:59:59.999");
        }
        receipt("purge-a", UUID.randomUUID(), "2020-01-01 00:00:00.000");

        // When
        int deleted = purge.run(old()).await().atMost(PATIENCE);

        // Then
        assertEquals(old, deleted);
        assertEquals(1, rows("purge-a"));
    }

    @Test
    void sparesTheOtherRowsOfACompositeKey() {
        // Given
        UUID event = UUID.randomUUID();
        receipt("purge-a", event, "2019-01-01 00:00:00.000");
        receipt("purge-b", event, "2021-01-01 00:00:00.000");

        // When
        int deleted = purge.run(old()).await().atMost(PATIENCE);

        // Then
        assertEquals(1, deleted);
        assertEquals(1, rows("purge-b"));
    }

    @Test
    @DisplayName("a row that changed between the look and the lock stays, and its neighbours are free meanwhile")
    void judgesAgainUnderTheLock() throws SQLException {
        // Given
        UUID renewed = UUID.randomUUID();
        receipt("purge-a", renewed, "2019-01-01 00:00:00.000");
        receipt("purge-a", UUID.randomUUID(), "2019-01-02 00:00:00.000");
        try (Connection observer = database.asApp();
                Connection holder = database.asDdl();
                PreparedStatement renew = holder.prepareStatement(
                        "UPDATE inbox SET received_at = '2021-01-01' WHERE consumer = 'purge-a' AND event_id = ?")) {
            holder.setAutoCommit(false);
            renew.setBytes(1, UuidBytes.bytes(renewed));
            renew.execute();

            // When
            CompletableFuture<Integer> deleted =
                    purge.run(old()).subscribeAsCompletionStage().toCompletableFuture();
            await().until(() -> isDeleting(observer));
            receipt("purge-a", UUID.randomUUID(), "2019-01-01 12:00:00.000");
            holder.commit();

            // Then
            assertEquals(1, deleted.join());
        }
        assertEquals(2, rows("purge-a"));
    }

    /** MySQL's older table cannot show a statement with binary values. */
    private static boolean isDeleting(Connection observer) throws SQLException {
        boolean isMariaDb = observer.getMetaData().getDatabaseProductVersion().contains("MariaDB");
        String schema = isMariaDb ? "information_schema" : "performance_schema";
        try (PreparedStatement query = observer.prepareStatement("SELECT 1 FROM " + schema + ".processlist"
                        + " WHERE info LIKE 'DELETE FROM inbox WHERE ((consumer%'");
                ResultSet rows = query.executeQuery()) {
            return rows.next();
        }
    }

    private static Purge.Rows old() {
        return Purge.Rows.of("inbox", List.of("consumer", "event_id"), "received_at < ?", LONG_AGO);
    }

    private void receipt(String consumer, UUID event, String at) {
        database.update(
                "INSERT INTO inbox (consumer, event_id, received_at) VALUES (?, ?, ?)",
                consumer,
                UuidBytes.bytes(event),
                at);
    }

    private long rows(String consumer) {
        return database.number("SELECT COUNT(*) FROM inbox WHERE consumer = ?", consumer);
    }
}
