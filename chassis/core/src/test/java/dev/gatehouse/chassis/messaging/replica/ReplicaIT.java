package dev.gatehouse.chassis.messaging.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.chassis.ChassisProfile;
import dev.gatehouse.chassis.messaging.consumer.PositionOfNothing;
import dev.gatehouse.chassis.messaging.consumer.Subscription;
import dev.gatehouse.chassis.messaging.event.Notes;
import dev.gatehouse.chassis.messaging.event.StateVersion;
import dev.gatehouse.chassis.messaging.inbox.MalformedRecord;
import dev.gatehouse.chassis.messaging.wire.Headers;
import dev.gatehouse.chassis.messaging.wire.WireJson;
import dev.gatehouse.chassis.testkit.Database;
import dev.gatehouse.chassis.testkit.GatehouseStack;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.contracts.state.AddressState;
import dev.gatehouse.contracts.state.State;
import dev.gatehouse.contracts.topic.Topic;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ChassisProfile.class)
@WithTestResource(value = GatehouseStack.class, initArgs = @ResourceArg(name = "schema", value = "gatehouse_chassis"))
class ReplicaIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Instant TIME = Instant.parse("2026-11-01T08:30:00Z");

    private final Database database = StackEnds.database("gatehouse_chassis");

    @Inject
    Replica replica;

    @Inject
    Notes notes;

    private AddressCopy copy;
    private String ip;

    @BeforeEach
    void chooseAddress() {
        copy = new AddressCopy(notes);
        ip = "test " + UUID.randomUUID();
    }

    @Test
    void insertsANewKeyAndCallsTheListenerInTheSameTransaction() {
        take(named("one.example.test", 1));

        assertEquals("one.example.test 1", row());
        assertEquals(1, notes(1));
        assertEquals(List.of(1L), copy.committed);
    }

    @Test
    void takesANewerStateAndIgnoresRepetitionsAndOlderOnes() {
        take(named("five.example.test", 5));
        take(named("seven.example.test", 7));
        take(named("seven again.example.test", 7));
        take(named("six.example.test", 6));

        assertEquals("seven.example.test 7", row());
        assertEquals(1, notes(7));
        assertEquals(0, notes(6));
        assertEquals(List.of(5L, 7L, 7L, 6L), copy.committed);
    }

    @Test
    void keepsTheEndAgainstLateStatesUntilANewerOneBegins() {
        take(named("here.example.test", 5));
        take(ended(8));
        take(named("late.example.test", 7));

        assertEquals("null 8", row());
        assertEquals(1, notes(8));
        assertEquals(0, notes(7));

        take(named("again.example.test", 9));
        assertEquals("again.example.test 9", row());
    }

    @Test
    void remembersTheEndOfAnEntityThatItNeverSaw() {
        take(ended(8));
        take(named("late.example.test", 7));

        assertEquals("null 8", row());
    }

    @Test
    void storesNothingWhenTheListenerFails() {
        assertThrows(IllegalStateException.class, () -> take(named(AddressCopy.BROKEN, 3)));

        assertEquals(0, database.number("SELECT COUNT(*) FROM address_copy WHERE ip = ?", ip));
        assertEquals(0, notes(3));
        assertEquals(List.of(), copy.committed);
    }

    @Test
    void takesTheFirstChangeOfAProducerThatWasRestored() {
        // Given
        take(named("before.example.test", 57));

        // When
        take(named("after.example.test", StateVersion.next(3, Instant.now())));

        // Then
        assertEquals(
                1,
                database.number(
                        "SELECT COUNT(*) FROM address_copy WHERE hostname = 'after.example.test' AND ip = ?", ip));
    }

    @Test
    void ignoresARecordWithoutAValueAndATypeThatIsNotCopied() {
        take(named("kept.example.test", 1));

        take(raw("address.state", null));

        assertEquals("kept.example.test 1", row());
        assertTrue(replica.of(copy).concerns("address.state"));
        assertFalse(replica.of(copy).concerns("account.state"));
        assertFalse(replica.of(copy).concerns("moon.state"));
    }

    @Test
    void rejectsARecordThatCannotBeRead() {
        ConsumerRecord<String, byte[]> malformed = raw("address.state", "{\"ip\":".getBytes(StandardCharsets.UTF_8));
        assertThrows(MalformedRecord.class, () -> take(malformed));
    }

    @Test
    void takesManyNewKeysAtOnce() {
        List<Uni<Void>> all = IntStream.range(0, 20)
                .mapToObj(i -> take(
                        copy,
                        List.of(record(
                                "address.state", new AddressState(ip + i, "x.example.test", true, false, TIME, 1)))))
                .toList();

        Uni.join().all(all).andFailFast().await().atMost(PATIENCE);

        assertEquals(20, database.number("SELECT COUNT(*) FROM address_copy WHERE ip LIKE ?", ip + "%"));
    }

    @Test
    void writesOfSeveralStatesOfOneKeyTheNewestOnly() {
        take(
                        copy,
                        List.of(
                                record("address.state", named("one.example.test", 1)),
                                record("address.state", named("three.example.test", 3)),
                                record("address.state", named("two.example.test", 2))))
                .await()
                .atMost(PATIENCE);

        assertEquals("three.example.test 3", row());
        assertEquals(0, notes(1));
        assertEquals(1, notes(3));
        assertEquals(List.of(3L), copy.committed);
    }

    private AddressState named(String hostname, long version) {
        return new AddressState(ip, hostname, true, false, TIME, version);
    }

    private AddressState ended(long version) {
        return new AddressState(ip, null, false, false, TIME, version, true);
    }

    private void take(AddressState state) {
        take(record("address.state", state));
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        take(copy, List.of(record)).await().atMost(PATIENCE);
    }

    private Uni<Void> take(AddressCopy table, List<ConsumerRecord<String, byte[]>> records) {
        return taken(replica.of(table), records);
    }

    private static <T> Uni<Void> taken(Subscription<T> subscription, List<ConsumerRecord<String, byte[]>> records) {
        return subscription.take(records.stream().map(subscription::read).toList(), new PositionOfNothing());
    }

    private ConsumerRecord<String, byte[]> record(String type, State state) {
        return raw(type, WireJson.value(state).getBytes(StandardCharsets.UTF_8));
    }

    private ConsumerRecord<String, byte[]> raw(String type, byte @Nullable [] value) {
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(Topic.ADDRESSES.topicName(), 0, 0, ip, value);
        record.headers().add(Headers.TYPE, type.getBytes(StandardCharsets.UTF_8));
        return record;
    }

    private String row() {
        var row = database.query("SELECT hostname, version FROM address_copy WHERE ip = ?", ip)
                .getFirst();
        return row.get("hostname") + " " + row.get("version");
    }

    private long notes(long version) {
        return database.number("SELECT COUNT(*) FROM note WHERE text = ?", AddressCopy.note(ip, version));
    }
}
