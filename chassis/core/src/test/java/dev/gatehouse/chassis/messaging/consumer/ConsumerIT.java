package dev.gatehouse.chassis.messaging.consumer;

import static dev.gatehouse.chassis.messaging.consumer.TrialConsumers.DEAD_LETTERS;
import static dev.gatehouse.chassis.messaging.consumer.TrialConsumers.TOPIC;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.gatehouse.chassis.ChassisProfile;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.messaging.event.Notes;
import dev.gatehouse.chassis.messaging.wire.Headers;
import dev.gatehouse.chassis.testkit.Database;
import dev.gatehouse.chassis.testkit.GatehouseStack;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.chassis.testkit.Topics;
import dev.gatehouse.contracts.topic.Topic;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The consumer with a topic of its own: each record inserts a note, so every effect can be counted. */
@QuarkusTest
@TestProfile(ChassisProfile.class)
@WithTestResource(value = GatehouseStack.class, initArgs = @ResourceArg(name = "schema", value = "gatehouse_chassis"))
class ConsumerIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String WANTED = "note.wanted";

    private final Database database = StackEnds.database("gatehouse_chassis");
    private final Topics topics = StackEnds.topics();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();
    private final AtomicInteger batches = new AtomicInteger();

    @Inject
    Transactions transactions;

    @Inject
    Notes notes;

    @Inject
    TrialConsumers consumers;

    private String group;
    private String mark;
    private String deadLetters;

    @BeforeEach
    void beginBehindWhatIsThere() {
        mark = UUID.randomUUID().toString();
        group = "consumer-it-" + mark;
        deadLetters = Topics.nameOf(DEAD_LETTERS);
        TrialConsumers.beginBehindWhatIsThere();
    }

    @AfterEach
    void stopAll() {
        consumers.stopAll();
    }

    @Test
    void hasEachEffectOnceAndSavesWhereItIs() {
        start();
        publish("a", "b", "c");

        awaitNotes("a", "b", "c");
        assertEquals(TrialConsumers.endOfTopic(), position());
    }

    @Test
    @DisplayName("A9: what the broker remembers of the group is of no matter")
    void needsNoOffsetsOfTheBroker() throws Exception {
        // Given
        ConsumerLoop first = start();
        publish("a");
        awaitNotes("a");
        first.stop(LIMIT);
        forgetGroup();
        publish("b");

        // When
        start();

        // Then
        awaitNotes("a", "b");
    }

    @Test
    @DisplayName("A9: a database that was restored is filled up again from where it stood")
    void goesOnFromTheRestoredPosition() {
        // Given
        ConsumerLoop first = start();
        publish("a");
        awaitNotes("a");
        long restored = position();
        publish("b");
        awaitNotes("a", "b");
        first.stop(LIMIT);

        // When: the copy of the database knows neither the note nor the position after it
        database.update("DELETE FROM note WHERE text = ?", text("b"));
        database.update("UPDATE consumer_position SET next_offset = ? WHERE topic = ?", restored, Topics.nameOf(TOPIC));
        start();
        publish("c");

        // Then
        awaitNotes("a", "b", "c");
    }

    @Test
    void readsWhatIsThereWhenThePositionIsBehindTheEndOfTheTopic() {
        // Given
        ConsumerLoop first = start();
        publish("a");
        awaitNotes("a");
        first.stop(LIMIT);
        database.update("UPDATE consumer_position SET next_offset = 1000000 WHERE topic = ?", Topics.nameOf(TOPIC));

        // When
        start();

        // Then: all of it is read again, where a note that is there already is refused, and what is new too
        publish("b");
        awaitNotes("a", "b");
        assertEquals(1, lettersOf("a"));
    }

    @Test
    @DisplayName("A2: a dead letter that cannot be written holds up its partition and nothing else ends")
    void waitsForTheTopicOfTheDeadLetters() {
        // Given
        deadLetters = "not-there-" + mark;
        ConsumerLoop loop = start();
        produce("a", "unreadable".getBytes(StandardCharsets.UTF_8));
        publish("b");
        await().atMost(LIMIT).until(() -> loop.waitingSince().isPresent());

        // When
        createTopic(deadLetters);

        // Then
        awaitNotes("b");
        assertEquals(Optional.empty(), loop.waitingSince());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 6})
    void setsAsideTheRecordAtFaultOnlyWhereverItStands(int place) {
        // Given
        List<String> names = IntStream.range(0, 7).mapToObj(i -> "n" + i).toList();
        failing.add(text("n" + place));
        publish(names.toArray(String[]::new));

        // When
        start();

        // Then
        await().atMost(LIMIT).untilAsserted(() -> assertEquals(1, lettersOf("n" + place)));
        awaitNotes(names.stream().filter(name -> !name.equals("n" + place)).toArray(String[]::new));
        assertEquals(0, count("n" + place));
    }

    @Test
    void takesWhatWaitsInBatches() {
        publish(IntStream.range(0, 200).mapToObj(i -> "n" + i).toArray(String[]::new));

        start();

        awaitNotes(IntStream.range(0, 200).mapToObj(i -> "n" + i).toArray(String[]::new));
        assertTrue(batches.get() < 50, batches + " transactions");
    }

    @Test
    void aReplicaThatLostItsPartitionCommitsNothingMore() {
        // Given: the first replica stands still in the middle of its transaction
        ConsumerLoop first = start();
        publish("a");
        awaitNotes("a");

        // When: another one claims the partition, as after a pause of the first
        database.update(
                "UPDATE consumer_position SET owner = UNHEX(REPEAT('00', 16)) WHERE topic = ?", Topics.nameOf(TOPIC));
        publish("b");

        // Then: its transaction is rolled back, it claims again, and the effect is there once
        awaitNotes("a", "b");
        assertEquals(Optional.empty(), first.waitingSince());
    }

    @Test
    void twoReplicasHaveEachEffectOnceThroughAHandover() {
        // Given
        ConsumerLoop first = start();
        publish("a");
        awaitNotes("a");

        // When
        start();
        publish("b", "c");
        first.stop(LIMIT);
        publish("d");

        // Then
        awaitNotes("a", "b", "c", "d");
    }

    @Test
    void whatHasNoEffectCostsNoTransaction() {
        // Given
        start();
        publish("a");
        awaitNotes("a");
        int before = batches.get();
        long saved = position();

        // When
        for (int i = 0; i < 50; i++) {
            topics.produce(TOPIC, mark, bytes("x"), Map.of(Headers.TYPE, "note.unwanted"));
        }

        // Then
        assertEquals(saved, position());
        publish("b");
        awaitNotes("a", "b");
        assertEquals(before + 1, batches.get());
    }

    @CanIgnoreReturnValue
    private ConsumerLoop start() {
        return consumers.start(group, Map.of(Topics.nameOf(TOPIC), new Notebook()), deadLetters, () -> {});
    }

    private void publish(String... names) {
        for (String name : names) {
            produce(name, bytes(text(name)));
        }
    }

    private void produce(String name, byte[] value) {
        topics.produce(TOPIC, mark, value, Map.of(Headers.TYPE, WANTED, "name", name));
    }

    private String text(String name) {
        return mark + " " + name;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** These and no others, each once. */
    private void awaitNotes(String... names) {
        await().atMost(LIMIT).untilAsserted(() -> {
            for (String name : names) {
                assertEquals(1, count(name), name);
            }
            assertEquals(names.length, database.number("SELECT COUNT(*) FROM note WHERE text LIKE ?", mark + "%"));
        });
    }

    private long count(String name) {
        return database.number("SELECT COUNT(*) FROM note WHERE text = ?", text(name));
    }

    private long position() {
        return database.number("SELECT next_offset FROM consumer_position WHERE topic = ?", Topics.nameOf(TOPIC));
    }

    private long lettersOf(String name) {
        return topics.all(DEAD_LETTERS, mark).stream()
                .filter(letter -> name.equals(Topics.header(letter, "name")))
                .count();
    }

    private void forgetGroup() throws InterruptedException, ExecutionException {
        try (Admin admin = admin()) {
            admin.deleteConsumerGroups(List.of(group)).all().get();
        }
    }

    private void createTopic(String name) {
        try (Admin admin = admin()) {
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + StackEnds.brokerPort()));
    }

    /** Inserts a note per record of this test, and fails where the test says so. */
    private final class Notebook implements Subscription<String> {
        @Override
        public Topic topic() {
            return TOPIC;
        }

        @Override
        public boolean concerns(String type) {
            return type.equals(WANTED);
        }

        @Override
        public String read(ConsumerRecord<String, byte[]> record) {
            String value = new String(record.value(), StandardCharsets.UTF_8);
            if (value.equals("unreadable")) {
                throw new IllegalArgumentException("Not a note");
            }
            return value;
        }

        @Override
        public Uni<Void> take(List<String> batch, Position position) {
            batches.incrementAndGet();
            return transactions.run(() -> Multi.createFrom()
                    .iterable(batch)
                    .filter(text -> text.startsWith(mark))
                    .onItem()
                    .transformToUniAndConcatenate(text -> notes.insert(text).chain(() -> fate(text)))
                    .onItem()
                    .ignoreAsUni()
                    .chain(() -> position.save()));
        }

        private Uni<Void> fate(String text) {
            return failing.contains(text)
                    ? Uni.createFrom().failure(new IllegalStateException("planned"))
                    : Uni.createFrom().voidItem();
        }
    }
}
