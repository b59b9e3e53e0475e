package dev.gatehouse.chassis.messaging.consumer;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatehouse.chassis.ChassisProfile;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.messaging.wire.Headers;
import dev.gatehouse.chassis.runtime.identifier.IdGenerator;
import dev.gatehouse.chassis.testkit.Database;
import dev.gatehouse.chassis.testkit.GatehouseStack;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.chassis.testkit.Topics;
import dev.gatehouse.contracts.event.AddressUntrusted;
import dev.gatehouse.contracts.event.SecurityEvent;
import dev.gatehouse.contracts.event.UntrustReason;
import dev.gatehouse.contracts.topic.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The tablespace of InnoDB is full, as on a disk without room. */
@QuarkusTest
@TestProfile(FullTablespaceIT.Small.class)
@WithTestResource(value = GatehouseStack.class, initArgs = @ResourceArg(name = "schema", value = "gatehouse_chassis"))
@WithTestResource(SmallDatabase.class)
class FullTablespaceIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Topic TOPIC = Topic.POSTURE;
    private static final Topic DEAD_LETTERS = Topic.AUDIT_DEAD_LETTERS;
    private static final int RECORDS = 60;
    private static final int FULL = 1114;
    private static final String INSERT = "INSERT INTO effect (text, filler) VALUES (?, REPEAT('x', 3900))";
    private static final String COLUMNS = " (text VARCHAR(80) CHARACTER SET ascii NOT NULL PRIMARY KEY,"
            + " filler VARCHAR(4000) CHARACTER SET ascii NOT NULL) ENGINE = InnoDB";

    private final Topics topics = StackEnds.topics();
    private final String mark = UUID.randomUUID().toString();

    @Inject
    Transactions transactions;

    @Inject
    Events events;

    @Inject
    IdGenerator ids;

    @Inject
    MeterRegistry registry;

    @Inject
    InstantSource clock;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @ConfigProperty(name = "GATEHOUSE_DB_PORT")
    int port;

    /** A1: what is consumed waits, what is asked for fails as a whole, and all goes on when there is room. */
    @Test
    void consumerAndOutboxWaitForRoom() throws SQLException {
        assumeTrue(StackEnds.databaseCommand().isPresent(), "Only a server of the stack can be made small");
        Database database = StackEnds.database("gatehouse_chassis").onPort(port);
        try (Connection owner = database.asDdl();
                Statement statement = owner.createStatement()) {
            // Given
            statement.executeUpdate("CREATE TABLE effect" + COLUMNS);
            statement.executeUpdate("GRANT SELECT, INSERT ON effect TO 'gatehouse_chassis_app'@'%'");
            fill(statement);
            ConsumerLoop loop = loop();
            loop.start();
            try {
                // When
                for (int record = 0; record < RECORDS; record++) {
                    topics.produce(TOPIC, mark, bytes(mark + " " + record), Map.of(Headers.TYPE, "effect"));
                }

                // Then
                await().atMost(LIMIT).until(() -> loop.waitingSince().isPresent());
                SQLException refused = assertThrows(
                        SQLException.class, () -> insertMany(statement), "a request is refused while there is no room");
                assertEquals(FULL, refused.getErrorCode(), refused.getMessage());
                long before = database.number("SELECT COUNT(*) FROM effect WHERE text LIKE '" + mark + "%'");

                // When
                statement.executeUpdate("DROP TABLE ballast");

                // Then
                await().atMost(LIMIT)
                        .untilAsserted(() -> assertEquals(
                                RECORDS,
                                database.number("SELECT COUNT(*) FROM effect WHERE text LIKE '" + mark + "%'"),
                                "before there was room: " + before));
                await().atMost(LIMIT)
                        .untilAsserted(() -> assertEquals(RECORDS, published().size()));
                assertEquals(RECORDS, new HashSet<>(published()).size(), "each once");
                assertEquals(0, topics.all(DEAD_LETTERS, mark).size());
            } finally {
                loop.stop(Duration.ofSeconds(5));
            }
        }
    }

    /** Fewer and fewer rows, until not even one fits any more. */
    private static void fill(Statement statement) throws SQLException {
        statement.executeUpdate("CREATE TABLE ballast" + COLUMNS);
        statement.executeUpdate("INSERT INTO ballast VALUES (UUID(), REPEAT('x', 3900))");
        for (int rows = 1_024; rows > 0; rows /= 2) {
            boolean added = true;
            while (added) {
                added = add(statement, rows);
            }
        }
    }

    /** False when there is no room for them. */
    private static boolean add(Statement statement, int rows) throws SQLException {
        try {
            return statement.executeUpdate("INSERT INTO ballast SELECT UUID(), filler FROM ballast LIMIT " + rows) > 0;
        } catch (SQLException full) {
            assertEquals(FULL, full.getErrorCode(), full.getMessage());
            return false;
        }
    }

    private static void insertMany(Statement statement) throws SQLException {
        statement.executeUpdate("INSERT INTO effect SELECT UUID(), filler FROM ballast");
    }

    private ConsumerLoop loop() {
        ConsumerMeters meters = new ConsumerMeters(registry);
        Map<String, Subscription<?>> subscriptions = Map.of(Topics.nameOf(TOPIC), new Effects());
        return new ConsumerLoop(
                subscriptions,
                () -> new RecordSource(ConsumerSettings.of(kafka, "small-" + mark), subscriptions.keySet(), meters),
                new Positions(transactions, ids),
                new DeadLetters(kafka, Topics.nameOf(DEAD_LETTERS)),
                meters,
                clock);
    }

    /** The ids of the events that the effects have published. */
    private List<String> published() {
        return topics.all(Topic.SECURITY_EVENTS, account().toString()).stream()
                .map(record -> String.valueOf(Topics.header(record, Headers.ID)))
                .toList();
    }

    private UUID account() {
        return UUID.fromString(mark);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A large row and an event per record, in one transaction with the position. */
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
            List<String> mine =
                    batch.stream().filter(text -> text.startsWith(mark)).toList();
            return transactions.runSql(tx -> insert(tx, mine)
                    .chain(() -> events.publish(
                            tx, mine.stream().map(text -> event()).toArray(SecurityEvent<?>[]::new)))
                    .chain(() -> position.save(tx)));
        }

        private Uni<Void> insert(SqlConnection tx, List<String> texts) {
            return texts.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : tx.preparedQuery(INSERT)
                            .execute(Tuple.of(texts.getFirst()))
                            .chain(() -> insert(tx, texts.subList(1, texts.size())));
        }

        private SecurityEvent<?> event() {
            return events.event(new AddressUntrusted("203.0.113.9", UntrustReason.EXPIRED), Origin.SYSTEM)
                    .about(account());
        }
    }

    /** A service of its own, on a server of its own. */
    public static final class Small implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> overrides = new HashMap<>(new ChassisProfile().getConfigOverrides());
            overrides.put("quarkus.application.name", "chassis-small");
            return overrides;
        }
    }
}
