package dev.gatehouse.chassis.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.gatehouse.chassis.ChassisProfile;
import dev.gatehouse.chassis.database.connection.DatabaseConnections;
import dev.gatehouse.chassis.testkit.Database;
import dev.gatehouse.chassis.testkit.GatehouseStack;
import dev.gatehouse.chassis.testkit.StackEnds;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.mysqlclient.MySQLBatchException;
import io.vertx.mysqlclient.MySQLBuilder;
import io.vertx.mysqlclient.MySQLException;
import io.vertx.sqlclient.PoolOptions;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What house rule 21 is for. The victim of a deadlock has no transaction any more: a change that is sent behind it
 * without waiting for it is carried out all the same. MariaDB 10.11 commits it by itself; 11.4 begins a new transaction
 * with it, which the rollback of the client ends.
 */
@QuarkusTest
@TestProfile(ChassisProfile.class)
@WithTestResource(value = GatehouseStack.class, initArgs = @ResourceArg(name = "schema", value = "gatehouse_chassis"))
class DeadlockVictimIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** The database rolls back the transaction that changed less. */
    private static final int HEAVIER = 30;

    private static final int DEADLOCK = 1213;

    private static final String READ = "SELECT version FROM note WHERE id = ?";
    private static final String TOUCH = "UPDATE note SET version = version + 1 WHERE id = ?";

    private final Database database = StackEnds.database("gatehouse_chassis");
    private final byte[] held = newNote();
    private final byte[] wanted = newNote();
    private final byte[] behind = newNote();

    @Inject
    DatabaseConnections connections;

    @Inject
    Vertx vertx;

    @BeforeEach
    void insertNotes() {
        List.of(held, wanted, behind).forEach(this::insert);
    }

    @Test
    void aChangeThatIsSentBehindTheVictimIsCarriedOutAllTheSame() {
        AtomicReference<CompletableFuture<Integer>> sent = new AtomicReference<>();

        victim(16, tx -> {
            CompletableFuture<Integer> first = touch(tx, wanted).subscribeAsCompletionStage();
            sent.set(touch(tx, behind).subscribeAsCompletionStage());
            return Uni.createFrom().completionStage(first);
        });

        assertEquals(1, sent.get().join());
    }

    /** Nobody sees that it was a deadlock, so the transaction is not run again. */
    @ParameterizedTest
    @ValueSource(ints = {1, 16})
    void aBatchHidesThatItWasTheVictim(int atOnce) {
        Throwable failure = victim(atOnce, tx -> tx.preparedQuery(TOUCH).executeBatch(List.of(id(wanted), id(behind))));

        assertFalse(DatabaseFailure.isContention(failure), failure::toString);
    }

    /** An update with a read behind it: the read changes nothing, and the transaction is run again. */
    @Test
    void aReadBehindTheVictimDoesNoHarm() {
        Throwable failure = victim(16, tx -> Uni.combine()
                .all()
                .unis(touch(tx, wanted), tx.preparedQuery(READ).execute(id(wanted)))
                .asTuple());

        assertTrue(DatabaseFailure.isContention(failure), failure::toString);
        assertEquals(0, version(held));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16})
    void nothingStaysOfStatementsThatWaitForEachOther(int atOnce) {
        Throwable failure = victim(atOnce, tx -> touch(tx, wanted).chain(() -> touch(tx, behind)));

        assertTrue(DatabaseFailure.isContention(failure), failure::toString);
        assertEquals(0, version(held));
        assertEquals(0, version(behind));
    }

    /** How the transaction fails whose first statement of this work becomes the victim. */
    @CanIgnoreReturnValue
    private Throwable victim(int atOnce, Function<SqlConnection, Uni<?>> work) {
        Pool pool = pool(atOnce);
        try (Connection other = database.asApp()) {
            other.setAutoCommit(false);
            for (int change = 0; change < HEAVIER; change++) {
                byte[] more = newNote();
                insert(more);
                touch(other, more);
            }
            touch(other, wanted);
            Throwable failure = failureOf(pool.withTransaction(tx -> touch(tx, held)
                    .invoke(() -> {
                        var unused = CompletableFuture.runAsync(() -> touch(other, held));
                    })
                    .chain(() -> work.apply(tx))));
            assertTrue(isDeadlock(failure), failure::toString);
            other.rollback();
            return failure;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        } finally {
            pool.close().await().atMost(PATIENCE);
        }
    }

    private static Throwable failureOf(Uni<?> transaction) {
        return transaction
                .onItem()
                .<Throwable>transform(done -> new AssertionError("no deadlock"))
                .onFailure()
                .recoverWithItem(thrown -> thrown)
                .await()
                .atMost(PATIENCE);
    }

    private static boolean isDeadlock(Throwable failure) {
        return failure instanceof MySQLBatchException batch
                ? batch.getIterationError().values().stream().anyMatch(DeadlockVictimIT::isDeadlock)
                : failure instanceof MySQLException exception && exception.getErrorCode() == DEADLOCK;
    }

    private Pool pool(int atOnce) {
        return Pool.newInstance(MySQLBuilder.pool()
                .with(new PoolOptions().setMaxSize(1))
                .connectingTo(connections.options().setPipeliningLimit(atOnce))
                .using(vertx)
                .build());
    }

    private void insert(byte[] note) {
        database.update(
                "INSERT INTO note (id, text, mood, written_at, version) VALUES (?, ?, 'GLAD', ?, 0)",
                note,
                "victim " + UUID.nameUUIDFromBytes(note),
                Instant.EPOCH.toString().substring(0, 10));
    }

    private long version(byte[] note) {
        return database.number("SELECT version FROM note WHERE id = ?", (Object) note);
    }

    private static Uni<Integer> touch(SqlConnection tx, byte[] note) {
        return tx.preparedQuery(TOUCH).execute(id(note)).map(RowSet::rowCount);
    }

    private static void touch(Connection connection, byte[] note) {
        try (PreparedStatement statement = connection.prepareStatement(TOUCH)) {
            statement.setBytes(1, note);
            assertEquals(1, statement.executeUpdate());
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Tuple id(byte[] note) {
        return Tuple.of(Buffer.buffer(note));
    }

    private static byte[] newNote() {
        return UuidBytes.bytes(UUID.randomUUID());
    }
}
