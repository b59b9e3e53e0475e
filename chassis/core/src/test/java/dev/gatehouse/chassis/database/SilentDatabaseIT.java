package dev.gatehouse.chassis.database;

import static org.awaitility.Awaitility.await;

import dev.gatehouse.chassis.ChassisProfile;
import dev.gatehouse.chassis.runtime.background.Worker;
import dev.gatehouse.chassis.testkit.GatehouseStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
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

    @Inject
    Transactions transactions;

    @Inject
    Pool pool;

    @AfterEach
    void restore() {
        DatabaseCable.cable().restore();
    }

    /** What a scheduled job and a direct reader do. */
    @Test
    void aStatementWithoutAnswerFailsAndFreesItsConnection() {
        // Given
        DatabaseCable.cable().silence();

        // When
        UniAssertSubscriber<?> statement =
                pool.query("SELECT 1").execute().subscribe().withSubscriber(UniAssertSubscriber.create());

        // Then
        statement.awaitFailure(PATIENCE);
        DatabaseCable.cable().restore();
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> pool.query("SELECT 1")
                                .execute()
                                .await()
                                .atMost(PATIENCE)
                                .size()
                        == 1);
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
