package dev.gatehouse.chassis.messaging.event;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.chassis.ChassisProfile;
import dev.gatehouse.chassis.database.CommitSignal;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.database.UtcTimes;
import dev.gatehouse.chassis.database.UuidBytes;
import dev.gatehouse.chassis.messaging.inbox.EventCodec;
import dev.gatehouse.chassis.messaging.wire.Headers;
import dev.gatehouse.chassis.runtime.identifier.IdGenerator;
import dev.gatehouse.chassis.testkit.Database;
import dev.gatehouse.chassis.testkit.GatehouseStack;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.chassis.testkit.Topics;
import dev.gatehouse.contracts.event.AccountEnabled;
import dev.gatehouse.contracts.event.SecurityEvent;
import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.state.Revocation;
import dev.gatehouse.contracts.state.TrustedAddressState;
import dev.gatehouse.contracts.topic.Topic;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ChassisProfile.class)
@WithTestResource(value = GatehouseStack.class, initArgs = @ResourceArg(name = "schema", value = "gatehouse_chassis"))
class OutboxIT {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Database database = StackEnds.database("gatehouse_chassis");
    private final Topics topics = StackEnds.topics();

    @Inject
    Notes notes;

    @Inject
    Transactions transactions;

    @Inject
    Events events;

    @Inject
    CommitSignal commits;

    @Inject
    Outbox outbox;

    @Inject
    Messages messages;

    @Inject
    EventCodec codec;

    @Inject
    IdGenerator ids;

    @Test
    void keepsIdsAsSixteenBytesAndTimesInUtc() {
        // Given
        UUID id = ids.next();
        Instant writtenAt = Instant.parse("2026-03-29T01:30:00.123Z");
        NoteRow written = new NoteRow(id, "spike " + id, NoteRow.Mood.SAD, writtenAt);

        // When
        transactions
                .run(() -> Panache.getSession().chain(session -> session.persist(written)))
                .await()
                .atMost(PATIENCE);

        // Then
        NoteRow read = transactions.read(() -> notes.find(id)).await().atMost(PATIENCE);
        assertEquals(writtenAt, read.writtenAt);
        assertEquals(NoteRow.Mood.SAD, read.mood);
        var row = database.query("SELECT * FROM note WHERE id = ?", UuidBytes.bytes(id))
                .getFirst();
        assertEquals("SAD", row.get("mood"));
        assertEquals(
                "2026-03-29 01:30:00.123",
                database.query("SELECT CAST(written_at AS CHAR) AS t FROM note WHERE id = ?", UuidBytes.bytes(id))
                        .getFirst()
                        .get("t"));
    }

    @Test
    void publishesWhatWasCommittedAndClearsIt() {
        // Given
        UUID account = ids.next();

        // When
        SecurityEvent<?> event = notes.write(account, "committed " + account);

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertEquals(1, published(account).size()));
        ConsumerRecord<String, byte[]> record = published(account).getFirst();
        assertEquals("1.0", Topics.header(record, Headers.SPEC_VERSION));
        assertEquals(event.id().toString(), Topics.header(record, Headers.ID));
        assertEquals("account.enabled", Topics.header(record, Headers.TYPE));
        assertEquals("chassis-test", Topics.header(record, Headers.SOURCE));
        assertEquals("application/json", Topics.header(record, Headers.CONTENT_TYPE));
        assertEquals(event, codec.event(record).orElseThrow().traced(event.traceId()));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertEquals(
                        0, database.number("SELECT COUNT(*) FROM outbox WHERE message_key = ?", account.toString())));
    }

    @Test
    void signalsOnlyCommitsWithMessages() {
        // Given
        UUID account = ids.next();
        AtomicInteger signals = new AtomicInteger();
        commits.listen(signals::incrementAndGet);

        // When
        transactions
                .run(() -> Panache.getSession().chain(session -> session.find(NoteRow.class, ids.next())))
                .await()
                .atMost(PATIENCE);
        transactions
                .runSql(tx -> tx.query("SELECT 1").execute().replaceWithVoid())
                .await()
                .atMost(PATIENCE);

        // Then
        assertEquals(0, signals.get());
        SecurityEvent<?> event = events.event(new AccountEnabled(AccountKind.AGENT, List.of()), Origin.SYSTEM)
                .about(account);
        transactions.run(() -> events.publish(event)).await().atMost(PATIENCE);
        assertEquals(1, signals.get());
        transactions.runSql(tx -> events.publish(tx, event)).await().atMost(PATIENCE);
        assertEquals(2, signals.get());
    }

    @Test
    void publishesNothingThatWasRolledBack() {
        // Given
        UUID account = ids.next();

        // When
        SecurityEvent<?> lost = notes.writeAndFail(account, "rolled back " + account);
        SecurityEvent<?> kept = notes.write(account, "kept " + account);

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertEquals(1, published(account).size()));
        assertEquals(
                kept.id().toString(),
                Topics.header(published(account).getFirst(), Headers.ID),
                () -> "not " + lost.id());
        assertEquals(0, database.number("SELECT COUNT(*) FROM note WHERE text = ?", "rolled back " + account));
    }

    @Test
    void joinsTheTransactionThatIsGoingOn() {
        // Given
        String inner = "inner " + ids.next();
        Uni<Void> work = transactions.run(
                () -> transactions.run(() -> notes.insert(inner)).chain(() -> Uni.createFrom()
                        .failure(new IllegalStateException("planned"))));

        // When
        work.onFailure(IllegalStateException.class).recoverWithNull().await().atMost(PATIENCE);

        // Then
        assertEquals(0, database.number("SELECT COUNT(*) FROM note WHERE text = ?", inner));
    }

    @Test
    void publishesStatesEventsAndRevocationsFromThePlainSqlClientInOrder() {
        // Given
        UUID account = ids.next();
        TrustedAddressState state =
                new TrustedAddressState(account, "203.0.113.7", Instant.parse("2027-01-01T00:00:00Z"), 1);
        TrustedAddressState ended = new TrustedAddressState(account, "203.0.113.7", Instant.EPOCH, 2, true);
        SecurityEvent<?> event = notes.event(account);

        // When
        transactions
                .runSql(tx -> events.publishState(tx, state, ended)
                        .chain(() -> events.publish(tx, event))
                        .chain(() -> events.revoke(tx, Revocation.ofSession(account))))
                .await()
                .atMost(PATIENCE);

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertEquals(
                        2, topics.all(Topic.TRUSTED_ADDRESSES, state.key()).size()));
        List<ConsumerRecord<String, byte[]>> records = topics.all(Topic.TRUSTED_ADDRESSES, state.key());
        assertEquals(state, codec.state(records.get(0)).orElseThrow());
        assertEquals(ended, codec.state(records.get(1)).orElseThrow());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertEquals(1, published(account).size()));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertEquals(
                        1, topics.all(Topic.REVOCATIONS, account.toString()).size()));
    }

    @Test
    void publishesNothingOfARolledBackPlainTransaction() {
        // Given
        UUID account = ids.next();

        // When
        transactions
                .runSql(tx -> events.publish(tx, notes.event(account))
                        .chain(() -> Uni.createFrom().<Void>failure(new IllegalStateException("planned"))))
                .onFailure(IllegalStateException.class)
                .recoverWithNull()
                .await()
                .atMost(PATIENCE);
        SecurityEvent<?> kept = notes.write(account, "after the rollback " + account);

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertEquals(1, published(account).size()));
        assertEquals(kept.id().toString(), Topics.header(published(account).getFirst(), Headers.ID));
    }

    @Test
    void handsTheTraceOnToTheRecord() {
        // Given
        UUID account = ids.next();
        Span span = GlobalOpenTelemetry.getTracer("test").spanBuilder("sign-in").startSpan();

        // When
        OutboxMessage message = Context.current()
                .with(span)
                .wrapSupplier(() -> messages.event(notes.event(account)))
                .get();
        span.end();
        transactions.run(() -> outbox.add(List.of(message))).await().atMost(PATIENCE);

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertEquals(1, published(account).size()));
        ConsumerRecord<String, byte[]> record = published(account).getFirst();
        String traceId = span.getSpanContext().getTraceId();
        assertTrue(String.valueOf(Topics.header(record, Headers.TRACE_PARENT)).contains(traceId));
        assertEquals(traceId, codec.event(record).orElseThrow().traceId());
    }

    @Test
    void runsTheVictimOfADeadlockAgain() {
        // Given
        String first = "deadlock a " + ids.next();
        String second = "deadlock b " + ids.next();
        transactions
                .runSql(tx -> insertPlain(tx, first).chain(() -> insertPlain(tx, second)))
                .await()
                .atMost(PATIENCE);

        // When
        var forth = transactions.runSql(tx -> touchBoth(tx, first, second));
        var back = transactions.runSql(tx -> touchBoth(tx, second, first));
        Uni.join().all(forth, back).andFailFast().await().atMost(PATIENCE);

        // Then
        assertEquals(2, database.number("SELECT version FROM note WHERE text = ?", first));
        assertEquals(2, database.number("SELECT version FROM note WHERE text = ?", second));
    }

    private Uni<Void> insertPlain(SqlConnection tx, String text) {
        return tx.preparedQuery("INSERT INTO note (id, text, mood, written_at, version) VALUES (?, ?, 'GLAD', ?, 0)")
                .execute(Tuple.of(UuidBytes.of(ids.next()), text, UtcTimes.of(Instant.EPOCH)))
                .replaceWithVoid();
    }

    private static Uni<Void> touchBoth(SqlConnection tx, String one, String other) {
        return touch(tx, one).onItem().delayIt().by(Duration.ofMillis(200)).chain(() -> touch(tx, other));
    }

    private static Uni<Void> touch(SqlConnection tx, String text) {
        return tx.preparedQuery("UPDATE note SET version = version + 1 WHERE text = ?")
                .execute(Tuple.of(text))
                .replaceWithVoid();
    }

    private List<ConsumerRecord<String, byte[]>> published(UUID account) {
        return topics.all(Topic.SECURITY_EVENTS, account.toString());
    }
}
