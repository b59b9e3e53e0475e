package dev.gatehouse.chassis.database;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.chassis.ChassisProfile;
import dev.gatehouse.chassis.messaging.event.Notes;
import dev.gatehouse.chassis.runtime.background.Worker;
import dev.gatehouse.chassis.runtime.identifier.IdGenerator;
import dev.gatehouse.chassis.testkit.Database;
import dev.gatehouse.chassis.testkit.GatehouseStack;
import dev.gatehouse.chassis.testkit.StackEnds;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A7: the database takes a statement and never answers, as behind a firewall that dropped the flow. */
@QuarkusTest
@TestProfile(SilentDatabaseIT.Behind.class)
@WithTestResource(value = GatehouseStack.class, initArgs = @ResourceArg(name = "schema", value = "gatehouse_chassis"))
@WithTestResource(DatabaseCable.class)
class SilentDatabaseIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Database database = StackEnds.database("gatehouse_chassis");

    @Inject
    Transactions transactions;

    @Inject
    Backoff backoff;

    @Inject
    Notes notes;

    @Inject
    Pool pool;

    @Inject
    IdGenerator ids;

    @AfterEach
    void restore() {
        DatabaseCable.cable().restore();
    }

    /** What a consumer does with a record. */
    @Test
    void theEffectOfARecordIsTriedAgainOverANewConnection() {
        // Given
        String text = "silent " + ids.next();
        AtomicInteger tries = new AtomicInteger();

        // When
        UniAssertSubscriber<Void> effect = backoff.retrying(transactions.run(() -> silencedOnce(tries, text)))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());

        await().atMost(PATIENCE).until(() -> tries.get() == 1);
        loseWhatIsSaid();

        // Then
        await().atMost(PATIENCE).until(() -> tries.get() >= 2);
        effect.awaitItem(PATIENCE);
        assertEquals(1, database.number("SELECT COUNT(*) FROM note WHERE text = ?", text));
    }

    /** What a scheduled job and a direct reader do. */
    @Test
    void aStatementWithoutAnswerFailsAndFreesItsConnection() {
        // Given
        DatabaseCable.cable().silence();

        // When
        UniAssertSubscriber<?> statement = pool.query("SELECT 1").execute().subscribe().withSubscriber(
                UniAssertSubscriber.create());

        // Then
        statement.awaitFailure(PATIENCE);
        DatabaseCable.cable().restore();
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> pool.query("SELECT 1").execute().await().atMost(PATIENCE).size() == 1);
    }

    @Test
    void aWorkerGoesOnAfterARoundThatGotNoAnswer() {
        // Given
        AtomicInteger rounds = new AtomicInteger();
        Worker worker = Worker.of("silent-test", () -> {
            rounds.incrementAndGet();
            return transactions.runSql(tx -> tx.query("SELECT 1").execute()).replaceWithVoid();
        });
        DatabaseCable.cable().silence();

        // When
        worker.wake();
        await().atMost(PATIENCE).until(() -> rounds.get() == 1);
        loseWhatIsSaid();

        // Then
        await().atMost(PATIENCE).until(() -> {
            worker.wake();
            return rounds.get() >= 2;
        });
    }

    /** Long enough for the statement to be swallowed; its answer never comes. */
    private static void loseWhatIsSaid() {
        await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
        DatabaseCable.cable().restore();
    }

    private Uni<Void> silencedOnce(AtomicInteger tries, String text) {
        if (tries.incrementAndGet() == 1) {
            DatabaseCable.cable().silence();
        }
        return notes.insert(text);
    }

    /** A service of its own behind the cable. */
    public static final class Behind implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> overrides = new HashMap<>(new ChassisProfile().getConfigOverrides());
            overrides.put("quarkus.application.name", "chassis-silent");
            return overrides;
        }
    }
}
