package dev.gatehouse.chassis.database;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.gatehouse.chassis.runtime.background.Worker;
import dev.gatehouse.chassis.testkit.GatehouseStack;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A7: the database takes a statement and never answers, as behind a firewall that dropped the flow. */
@QuarkusTest
@TestProfile(Behind.class)
@WithTestResource(value = GatehouseStack.class, initArgs = @ResourceArg(name = "schema", value = "gatehouse_chassis"))
@WithTestResource(DatabaseCable.class)
class SilentDatabaseIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MORE_THAN_THE_POOL = 25;
    /** A statement that is new to its connection is sent as text, so that the cable can recognise it. */
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

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

    /** What a request does: a Hibernate session, whose begin, statement or commit is never answered. */
    @ParameterizedTest
    @ValueSource(strings = {"BEGIN", "'asked", "COMMIT"})
    void aTransactionOfASessionWithoutAnswerFailsAndFreesItsConnections(String swallowed) {
        // Given
        Supplier<Uni<Object>> work = () -> Panache.getSession()
                .chain(session -> session.createNativeQuery("SELECT 'asked " + NUMBER.incrementAndGet() + "'")
                        .getSingleResult());
        assertNotNull(transactions.run(work).await().atMost(PATIENCE));
        DatabaseCable.cable().silenceOn(swallowed);

        // When
        List<UniAssertSubscriber<Object>> tries = Stream.generate(
                        () -> transactions.run(work).subscribe().withSubscriber(UniAssertSubscriber.create()))
                .limit(MORE_THAN_THE_POOL)
                .toList();

        // Then
        tries.forEach(tried -> tried.awaitFailure(PATIENCE));
        DatabaseCable.cable().restore();
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> transactions.run(work).await().atMost(PATIENCE) != null);
    }

    @Test
    void aReplicaIsNotReadyMeanwhileAndReadyAsSoonAsTheDatabaseAnswers() {
        // Given
        awaitReadiness(200);
        DatabaseCable.cable().silence();

        // Then
        awaitReadiness(503);
        DatabaseCable.cable().restore();
        awaitReadiness(200);
    }

    /** What a login does: several statements at once over one connection. */
    @Test
    void allStatementsThatWereUnderWayFail() {
        // Given
        Uni<List<Object>> work = transactions.runSql(tx -> Uni.join()
                .all(Stream.of("SELECT 1", "SELECT 2", "SELECT 3")
                        .map(sql -> tx.query(sql).execute().<Object>map(rows -> rows.size()))
                        .toList())
                .andCollectFailures());
        assertNotNull(work.await().atMost(PATIENCE));
        DatabaseCable.cable().silenceOn("SELECT 1");

        // When
        UniAssertSubscriber<List<Object>> tried = work.subscribe().withSubscriber(UniAssertSubscriber.create());

        // Then
        tried.awaitFailure(PATIENCE);
    }

    private void awaitReadiness(int status) {
        await().atMost(PATIENCE).untilAsserted(() -> given().port(managementPort)
                .get("/q/health/ready")
                .then()
                .body("checks.find { it.name == 'database' }.status", equalTo(status == 200 ? "UP" : "DOWN"))
                .statusCode(status));
    }

    /** Long enough for the statement to be swallowed; its answer never comes. */
    private static void loseWhatIsSaid() {
        await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
        DatabaseCable.cable().restore();
    }
}
