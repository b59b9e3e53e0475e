package dev.gatehouse.chassis.messaging.inbox;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.gatehouse.chassis.ChassisProfile;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Messages;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.messaging.event.OutboxMessage;
import dev.gatehouse.chassis.messaging.wire.Headers;
import dev.gatehouse.chassis.runtime.identifier.IdGenerator;
import dev.gatehouse.chassis.testkit.Database;
import dev.gatehouse.chassis.testkit.GatehouseStack;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.chassis.testkit.Topics;
import dev.gatehouse.contracts.event.AdminRightGranted;
import dev.gatehouse.contracts.event.LoginSucceeded;
import dev.gatehouse.contracts.identity.Audience;
import dev.gatehouse.contracts.topic.Topic;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mysqlclient.MySQLException;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(ChassisProfile.class)
@WithTestResource(value = GatehouseStack.class, initArgs = @ResourceArg(name = "schema", value = "gatehouse_chassis"))
class InboxIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** A record at fault is tried three times among others and three times alone. */
    private static final int TRIES_OF_A_CULPRIT = 6;

    private final Database database = StackEnds.database("gatehouse_chassis");
    private final Topics topics = StackEnds.topics();

    @Inject
    Messages messages;

    @Inject
    Events events;

    @Inject
    IdGenerator ids;

    @Inject
    NotesHeard listener;

    @Inject
    TogetherListener together;

    private UUID account;
    private String last;

    @BeforeEach
    void chooseAccount() {
        account = ids.next();
        last = "last " + account;
    }

    @Test
    void hasItsEffectOnceHoweverOftenItIsDelivered() {
        // Given
        OutboxMessage message = message("twice " + account);

        // When
        publish(message);
        publish(message);
        publish(message(last));

        // Then
        awaitNotes(last, 1);
        assertEquals(1, notes("twice " + account));
    }

    @Test
    void putsPoisonAmongTheDeadLettersWhileItsNeighboursAreConsumed() {
        // Given
        OutboxMessage good = message("before " + account);
        Map<String, String> headers = new HashMap<>(good.headers());
        headers.put(Headers.ID, ids.next().toString());

        // When
        publish(good);
        topics.produce(Topic.SECURITY_EVENTS, account.toString(), bytes("{\"outcome\":"), headers);
        publish(message(last));

        // Then
        awaitNotes(last, 1);
        assertEquals(1, notes("before " + account));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertEquals(1, deadLetters().size()));
        ConsumerRecord<String, byte[]> letter = deadLetters().getFirst();
        assertEquals("{\"outcome\":", new String(letter.value(), StandardCharsets.UTF_8));
        assertEquals(headers.get(Headers.ID), Topics.header(letter, Headers.ID));
        assertNotNull(Topics.header(letter, "dead-letter-reason"));
    }

    @Test
    void givesUpOnAConsumersFaultAfterThreeTriesAndLeavesNothingBehind() {
        // When
        publish(message(NotesHeard.BROKEN + account));
        publish(message(last));

        // Then
        awaitNotes(last, 1);
        assertEquals(0, notes(NotesHeard.BROKEN + account));
        assertEquals(1, notes(OtherListener.HEARD + NotesHeard.BROKEN + account), "the fault of one costs no other");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertEquals(1, deadLetters().size()));
    }

    @Test
    void waitsForADatabaseThatIsAwayAndThenConsumes() {
        // Given
        listener.outages.addAll(List.of(ClosedConnectionException.INSTANCE, ClosedConnectionException.INSTANCE));

        // When
        publish(message(NotesHeard.AWAY + account));
        publish(message(last));

        // Then
        awaitNotes(last, 1);
        assertEquals(1, notes(NotesHeard.AWAY + account));
        assertEquals(0, deadLetters().size());
    }

    /** Answers that an operator mends; all of them are in the test of {@code DatabaseFailure}. */
    @ParameterizedTest
    @DisplayName("A1: what the database cannot do now is waited for, whatever its reason")
    @CsvSource({
        "1114, HY000, the table is full",
        "1045, 28000, access denied after the password was rotated",
        "1142, 42000, a right is missing",
        "1047, 08S01, the node is not ready"
    })
    void waitsForWhateverTheDatabaseCannotDoNow(int code, String state, String what) {
        // Given
        for (int i = 0; i < TRIES_OF_A_CULPRIT; i++) {
            listener.outages.add(new MySQLException(what, code, state));
        }

        // When
        publish(message(NotesHeard.AWAY + account));
        await().atMost(PATIENCE).until(listener.outages::isEmpty);
        publish(message(last));

        // Then
        awaitNotes(last, 1);
        assertEquals(1, notes(NotesHeard.AWAY + account));
        assertEquals(0, deadLetters().size());
    }

    @Test
    void skipsATypeThatItDoesNotKnow() {
        // Given
        OutboxMessage known = message("unknown " + account);
        Map<String, String> headers = new HashMap<>(known.headers());
        headers.put(Headers.TYPE, "moon.landed");

        // When
        topics.produce(Topic.SECURITY_EVENTS, account.toString(), bytes("{}"), headers);
        publish(message(last));

        // Then
        awaitNotes(last, 1);
        assertEquals(0, deadLetters().size());
    }

    @Test
    void goesOnWithTheTraceOfTheRecord() {
        // Given
        String traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
        OutboxMessage message = message("traced " + account);
        Map<String, String> headers = new HashMap<>(message.headers());
        headers.put(Headers.TRACE_PARENT, "00-" + traceId + "-00f067aa0ba902b7-01");

        // When
        topics.produce(Topic.SECURITY_EVENTS, message.key(), bytes(Objects.requireNonNull(message.payload())), headers);

        // Then
        awaitNotes("traced " + account + " " + traceId, 1);
    }

    @Test
    void effectsThatMayWaitAreHadTogetherAndWithoutReceipts() {
        // Given
        OutboxMessage login = login(account);

        // When
        publish(login);
        publish(login(account));

        // Then: without any other event, a few seconds later
        awaitNotes(TogetherListener.TOGETHER + account, 2);
        assertEquals(
                0,
                database.number(
                        "SELECT COUNT(*) FROM inbox WHERE event_id = UNHEX(REPLACE(?, '-', ''))",
                        Objects.requireNonNull(login.headers().get(Headers.ID))));
    }

    @Test
    void whatWaitsIsHadBeforeThePositionMovesPastIt() {
        // When
        publish(login(account));
        publish(message(last));

        // Then
        awaitNotes(last, 1);
        assertEquals(1, notes(TogetherListener.TOGETHER + account));
    }

    @Test
    void whatIsRefusedTogetherIsTakenOneByOneAndOnlyTheCulpritIsSetAside() {
        // Given
        UUID culprit = ids.next();
        together.refused.add(culprit);

        // When
        publish(login(account));
        publish(login(culprit));
        publish(message(last));

        // Then
        awaitNotes(last, 1);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertEquals(
                        1,
                        topics.all(Topic.AUTH_DEAD_LETTERS, culprit.toString()).size()));
        assertEquals(1, notes(TogetherListener.ALONE + account) + notes(TogetherListener.TOGETHER + account));
        assertEquals(0, deadLetters().size());
        assertEquals(0, notes(TogetherListener.ALONE + culprit));
    }

    private OutboxMessage login(UUID who) {
        LoginSucceeded login = new LoginSucceeded(Audience.AGENT, List.of("pwd"));
        return messages.event(events.event(login, Origin.SYSTEM).about(who));
    }

    private OutboxMessage message(String reason) {
        return messages.event(events.event(new AdminRightGranted(reason, null, List.of()), Origin.SYSTEM)
                .about(account));
    }

    private void publish(OutboxMessage message) {
        byte[] value = bytes(Objects.requireNonNull(message.payload()));
        topics.produce(Topic.SECURITY_EVENTS, message.key(), value, message.headers());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private long notes(String start) {
        return database.number("SELECT COUNT(*) FROM note WHERE text LIKE ?", start + "%");
    }

    private void awaitNotes(String start, long count) {
        await().atMost(PATIENCE).untilAsserted(() -> assertEquals(count, notes(start)));
    }

    private List<ConsumerRecord<String, byte[]>> deadLetters() {
        return topics.all(Topic.AUTH_DEAD_LETTERS, account.toString());
    }
}
