package dev.gatehouse.chassis.messaging.consumer;

import static dev.gatehouse.chassis.messaging.consumer.TrialConsumers.DEAD_LETTERS;
import static dev.gatehouse.chassis.messaging.consumer.TrialConsumers.TOPIC;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.chassis.ChassisProfile;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.messaging.wire.Headers;
import dev.gatehouse.chassis.testkit.Database;
import dev.gatehouse.chassis.testkit.GatehouseStack;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.chassis.testkit.Topics;
import dev.gatehouse.contracts.topic.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What operators do to a database and a broker while events are consumed. Afterwards each record has had its effect,
 * and none is a dead letter.
 */
@QuarkusTest
@TestProfile(ChassisProfile.class)
@WithTestResource(value = GatehouseStack.class, initArgs = @ResourceArg(name = "schema", value = "gatehouse_chassis"))
class ConsumerFaultsIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String TABLE = "effect";
    private static final String CREATE = "CREATE TABLE " + TABLE + " (text VARCHAR(60) NOT NULL PRIMARY KEY)";
    private static final String APP = "gatehouse_chassis_app";
    private static final long SEED = 20_261_128;
    /** A record at fault is tried three times among others and three times alone, with a pause in between. */
    private static final int OF_A_CULPRIT = 4;

    private final Database database = StackEnds.database("gatehouse_chassis");
    private final Topics topics = StackEnds.topics();
    private final String mark = UUID.randomUUID().toString();

    @Inject
    Transactions transactions;

    @Inject
    TrialConsumers consumers;

    @Inject
    MeterRegistry registry;

    @BeforeEach
    void beginBehindWhatIsThere() throws SQLException {
        asOwner("DROP TABLE IF EXISTS " + TABLE);
        TrialConsumers.beginBehindWhatIsThere();
    }

    @AfterEach
    void stopAll() {
        consumers.stopAll();
    }

    @Test
    void waitsForATableWhoseMigrationIsLate() throws SQLException {
        // Given
        start(Topics.nameOf(TOPIC));
        publish(1);
        awaitOutage();

        // When
        asOwner(CREATE);
        grant();

        // Then
        awaitAll(1);
    }

    @Test
    void waitsForARightThatWasRevoked() throws SQLException {
        // Given
        createTable("InnoDB");
        start(Topics.nameOf(TOPIC));
        publish(2);
        awaitAll(2);

        // When
        asOwner("REVOKE INSERT ON " + TABLE + " FROM '" + APP + "'@'%'");
        publish(1);
        awaitOutage();
        grant();

        // Then
        awaitAll(3);
    }

    /** Of an engine that says by itself how much it holds; the error is the one of a full disk. */
    @Test
    void waitsForATableThatIsFull() throws SQLException {
        // Given
        createTable("MEMORY");
        asOwner("INSERT INTO " + TABLE + " VALUES ('" + "x".repeat(40) + "')");
        fill();
        start(Topics.nameOf(TOPIC));
        publish(1);
        awaitOutage();

        // When
        asOwner("DELETE FROM " + TABLE);

        // Then
        awaitAll(1);
    }

    @Test
    void waitsForAPasswordThatWasRotated() throws SQLException {
        // Given
        createTable("InnoDB");
        start(Topics.nameOf(TOPIC));
        publish(2);
        awaitAll(2);

        // When
        database.whilePasswordIsAnother(() -> {
            publish(1);
            awaitOutage();
        });

        // Then
        awaitAll(3);
    }

    @Test
    void losesNothingWhileConnectionsDieAtRandomMoments() throws SQLException {
        // Given
        createTable("InnoDB");
        Random random = new Random(SEED);
        start(Topics.nameOf(TOPIC));

        // When
        for (int kill = 0; kill < 20; kill++) {
            publish(10);
            LockSupport.parkNanos(Duration.ofMillis(random.nextInt(60)).toNanos());
            database.killAppConnections();
        }

        // Then
        awaitAll(200);
    }

    /**
     * A client of Kafka 4.1 does so when a leader changes while it looks for the beginning of a partition
     * (KAFKA-20312).
     */
    @Test
    void aFaultOfTheClientEndsNothing() throws SQLException {
        // Given
        createTable("InnoDB");
        AtomicInteger faults = new AtomicInteger(2);
        start(
                () -> {
                    if (faults.getAndDecrement() > 0) {
                        throw new NullPointerException("element cannot be mapped to a null key");
                    }
                },
                Topics.nameOf(TOPIC));

        // When
        publish(3);

        // Then
        awaitAll(3);
    }

    @Test
    void aTopicThatIsMissingHoldsUpNoOtherAndIsReadOnceItExists() throws Exception {
        // Given
        createTable("InnoDB");
        String late = "late-" + mark;
        start(Topics.nameOf(TOPIC), late);
        publish(2);
        awaitAll(2);

        // When
        try (Admin admin = Admin.create(
                Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + StackEnds.brokerPort()))) {
            admin.createTopics(List.of(new NewTopic(late, 1, (short) 1))).all().get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
        topics.produce(late, mark, bytes(text()), Map.of(Headers.TYPE, "effect"));

        // Then
        awaitAll(3);
    }

    private void start(String... names) {
        start(() -> {}, names);
    }

    private void start(Runnable beforeEachClient, String... names) {
        Map<String, Subscription<?>> subscriptions = new HashMap<>();
        for (String name : names) {
            subscriptions.put(name, new Effects());
        }
        consumers.start("faults-" + mark, subscriptions, Topics.nameOf(DEAD_LETTERS), beforeEachClient);
    }

    private void publish(int records) {
        IntStream.range(0, records)
                .forEach(number -> topics.produce(TOPIC, mark, bytes(text()), Map.of(Headers.TYPE, "effect")));
    }

    private String text() {
        return mark + " " + UUID.randomUUID().toString().substring(0, 20);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Longer than it takes to give up a record that is at fault itself. */
    private void awaitOutage() {
        double before = interruptions();
        await().atMost(LIMIT).until(() -> interruptions() > before + OF_A_CULPRIT);
    }

    private double interruptions() {
        return registry.counter("gatehouse.consumer.interruptions").count();
    }

    private void awaitAll(int records) {
        String count = "SELECT COUNT(*) FROM " + TABLE + " WHERE text LIKE '" + mark + "%'";
        await().atMost(LIMIT).untilAsserted(() -> assertEquals(records, database.number(count)));
        assertEquals(0, topics.all(DEAD_LETTERS, mark).size());
    }

    private void createTable(String engine) throws SQLException {
        try (Connection owner = database.asDdl();
                Statement statement = owner.createStatement()) {
            statement.executeUpdate("SET SESSION max_heap_table_size = 16384");
            statement.executeUpdate(CREATE + " ENGINE = " + engine);
        }
        grant();
    }

    private void fill() throws SQLException {
        try {
            for (int doubling = 0; doubling < 12; doubling++) {
                asOwner("INSERT INTO " + TABLE + " SELECT UUID() FROM " + TABLE);
            }
        } catch (SQLException full) {
            assertEquals(1114, full.getErrorCode(), full.getMessage());
        }
    }

    private void grant() throws SQLException {
        asOwner("GRANT SELECT, INSERT ON " + TABLE + " TO '" + APP + "'@'%'");
    }

    private void asOwner(String sql) throws SQLException {
        try (Connection owner = database.asDdl();
                Statement statement = owner.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** A row per record, in one transaction with the position; a repetition is recognised, as everywhere. */
    private final class Effects implements Subscription<String> {
        @Override
        public Topic topic() {
            return TOPIC;
        }

        @Override
        public boolean concerns(String type) {
            return type.equals("effect");
        }

        @Override
        public String read(ConsumerRecord<String, byte[]> record) {
            return new String(record.value(), StandardCharsets.UTF_8);
        }

        @Override
        public Uni<Void> take(List<String> batch, Position position) {
            String rows = String.join(", ", Collections.nCopies(batch.size(), "(?)"));
            return transactions.runSql(tx -> tx.preparedQuery("INSERT IGNORE INTO " + TABLE + " (text) VALUES " + rows)
                    .execute(Tuple.from(batch))
                    .chain(() -> position.save(tx)));
        }
    }
}
