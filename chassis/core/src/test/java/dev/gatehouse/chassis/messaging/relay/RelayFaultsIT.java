package dev.gatehouse.chassis.messaging.relay;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.chassis.FaultsProfile;
import dev.gatehouse.chassis.database.connection.DatabaseConnections;
import dev.gatehouse.chassis.messaging.wire.Headers;
import dev.gatehouse.chassis.messaging.wire.KeyHash;
import dev.gatehouse.chassis.messaging.wire.TopicNames;
import dev.gatehouse.chassis.runtime.health.Outage;
import dev.gatehouse.chassis.testkit.Database;
import dev.gatehouse.chassis.testkit.GatehouseStack;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.chassis.testkit.TcpProxy;
import dev.gatehouse.chassis.testkit.Topics;
import dev.gatehouse.chassis.testkit.cluster.TwoBrokers;
import dev.gatehouse.contracts.topic.Topic;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.common.annotation.Identifier;
import io.vertx.core.Vertx;
import io.vertx.mysqlclient.SslMode;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Relays with faults that operators meet; the relay of the service itself is stopped. */
@QuarkusTest
@TestProfile(FaultsProfile.class)
@WithTestResource(value = GatehouseStack.class, initArgs = @ResourceArg(name = "schema", value = "gatehouse_chassis"))
class RelayFaultsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration AT_ONCE = Duration.ofSeconds(2);
    private static final String LEADER = "SELECT IS_USED_LOCK('gatehouse.outbox.gatehouse_chassis')";
    private static final int ROWS_PER_INSERT = 500;
    private static boolean stopped;

    private final Database database = StackEnds.database("gatehouse_chassis");
    private final Topics topics = StackEnds.topics();
    private final List<Runnable> cleanups = new ArrayList<>();
    private final String key = UUID.randomUUID().toString();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Inject
    RelayLifecycle ofService;

    @Inject
    InstantSource clock;

    @Inject
    Vertx vertx;

    @Inject
    DatabaseConnections connections;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Inject
    TopicNames topicNames;

    @BeforeEach
    void stopTheRelayOfTheService() {
        if (!stopped) {
            ofService.stop(new ShutdownEvent());
            stopped = true;
        }
        database.update("DELETE FROM outbox");
    }

    @AfterEach
    void cleanUp() {
        cleanups.forEach(Runnable::run);
    }

    /** A3: 600 rows for a topic that does not exist stand before a revocation. */
    @Test
    void aMissingTopicHoldsUpNoOther() {
        // Given
        insert("gatehouse.missing", "missing-" + key, 600, 10);
        insert(Topic.REVOCATIONS.topicName(), key, 1, 10);

        // When
        relay(Map.of());

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertEquals(1, topics.all(Topic.REVOCATIONS, key).size()));
        assertEquals(600, pending("missing-" + key));
    }

    /** A3: the client refuses a record for good; the record before it has the first place in each round. */
    @Test
    void aRefusedRecordMovesAsideAndHoldsUpNobody() {
        // Given
        insert(Topic.SECURITY_EVENTS.topicName(), "a-" + key, 1, 10_000);
        insert(Topic.SECURITY_EVENTS.topicName(), "a-" + key, 2, 10);
        insert(Topic.SECURITY_EVENTS.topicName(), "b-" + key, 1, 10);

        // When
        relay(Map.of("max.request.size", 4_000));

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertEquals(1, events("b-" + key).size()));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertEquals(2, events("a-" + key).size()));
        var refused = database.query("SELECT * FROM outbox_refused WHERE message_key = ?", "a-" + key);
        assertEquals(1, refused.size());
        assertTrue(String.valueOf(refused.getFirst().get("reason")).contains("RecordTooLarge"));
        long number = database.number("SELECT sequence FROM outbox_refused WHERE message_key = ?", "a-" + key);
        assertEquals(
                List.of(number + 1, number + 2),
                events("a-" + key).stream()
                        .map(record -> Long.valueOf(Objects.requireNonNull(Topics.header(record, Headers.SEQUENCE))))
                        .toList());

        // When it is put back
        cleanUp();
        cleanups.clear();
        database.update("INSERT INTO outbox (sequence, topic, message_key, key_hash, headers, payload, created_at)"
                + " SELECT sequence, topic, message_key, key_hash, headers, payload, created_at FROM outbox_refused");
        database.update("DELETE FROM outbox_refused");
        relay(Map.of());

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertEquals(3, events("a-" + key).size()));
        assertEquals(Long.toString(number), Topics.header(events("a-" + key).getLast(), Headers.SEQUENCE));
    }

    /**
     * A3: half of the topic was held by a broker that died. What waits for it fills every batch, and waits for longer
     * than a leader may hear nothing from the broker; what comes then goes out at once.
     */
    @Test
    void aPartitionWithoutLeaderHoldsUpNoOther() {
        try (TwoBrokers brokers = TwoBrokers.start()) {
            // Given
            String topic = topicNames.of(Topic.ACCOUNTS.topicName());
            brokers.create(topic, false, true);
            String healthy = keyOfPartition(0);
            String blocked = keyOfPartition(1);
            relay(Map.of(
                    "bootstrap.servers", brokers.bootstrapServers(),
                    "request.timeout.ms", 2_000,
                    "delivery.timeout.ms", 3_000));
            insert(Topic.ACCOUNTS.topicName(), blocked, 1, 10);
            await().atMost(PATIENCE).until(() -> pending(blocked) == 0);

            // When
            brokers.killSecond();
            insert(Topic.ACCOUNTS.topicName(), blocked, 600, 10);
            insert(Topic.ACCOUNTS.topicName(), healthy, 3, 10);

            // Then
            await().atMost(PATIENCE).until(() -> pending(healthy) == 0);
            await().pollDelay(Duration.ofSeconds(11)).atMost(PATIENCE).until(() -> pending(blocked) == 600);
            insert(Topic.ACCOUNTS.topicName(), healthy, 3, 10);
            await().atMost(AT_ONCE).until(() -> pending(healthy) == 0);

            // When
            brokers.startSecond();

            // Then
            await().atMost(PATIENCE).until(() -> pending(blocked) == 0);
            var records = brokers.records(topic).stream()
                    .filter(record -> blocked.equals(record.key()))
                    .toList();
            assertEquals(ascending(600), List.copyOf(new LinkedHashSet<>(payloads(records))));
        }
    }

    /** A4: the first relay reaches the database but no broker. */
    @Test
    void aLeaderWithoutBrokerStepsDownForOneThatHasIt() {
        // Given
        relay(Map.of("bootstrap.servers", "127.0.0.1:1"));
        await().atMost(PATIENCE).until(() -> database.number(LEADER) != 0);
        insert(Topic.ACCOUNTS.topicName(), key, 3, 10);

        // When
        relay(Map.of());

        // Then
        await().atMost(PATIENCE).untilAsserted(() -> assertEquals(0, pending(key)));
        assertEquals(ascending(3), firsts(Topic.ACCOUNTS, key));
    }

    /** A6: each acknowledgement takes 80 ms; the rows must be gone long before 600 of them one by one. */
    @Test
    void rowsOfOneKeyGoOutOnceAndBackToBackBehindASlowBroker() {
        // Given
        insert(Topic.ACCOUNTS.topicName(), key, 600, 100);

        // When
        relay(behind(Duration.ofMillis(80)));

        // Then
        await().atMost(PATIENCE).untilAsserted(() -> assertEquals(0, pending(key)));
        assertEquals(ascending(600), payloads(records(key)));
    }

    /** The database takes its time between two rounds: what is acknowledged meanwhile is not handed over once more. */
    @Test
    void rowsGoOutOnceWhoseAcknowledgementComesBetweenTwoRounds() {
        // Given
        TcpProxy cable = TcpProxy.to(StackEnds.databasePort());
        cleanups.add(cable::close);
        cable.slowDown(Duration.ofMillis(40));
        relayOver(cable, behind(Duration.ofMillis(250)));

        // When
        for (int number = 0; number < 12; number++) {
            insertRows(Topic.ACCOUNTS.topicName(), key, number, number + 1, 10);
            await().atMost(PATIENCE).until(() -> pending(key) == 0);
        }

        // Then
        assertEquals(ascending(12), payloads(records(key)));
    }

    /** A6: the same key while the broker stands still again and again for longer than a record may take. */
    @Test
    void keepsTheOrderOfAKeyWhenTheProducerGivesUpInTheMiddle() {
        // Given
        var broker = StackEnds.broker();
        cleanups.add(broker::resume);
        insert(Topic.ACCOUNTS.topicName(), key, 3_000, 1_000);
        relay(behind(Duration.ofMillis(5)));

        // When
        for (int stop = 1; stop <= 3; stop++) {
            int seen = stop * 300;
            await().atMost(PATIENCE).until(() -> pending(key) < 3_000 - seen);
            broker.pause();
            await().pollDelay(Duration.ofMillis(2_500)).until(() -> true);
            broker.resume();
        }

        // Then
        await().atMost(PATIENCE).untilAsserted(() -> assertEquals(0, pending(key)));
        assertEquals(ascending(3_000), firsts(Topic.ACCOUNTS, key));
    }

    /** A6: the broker refuses the first row of a key for a while, with those behind it on their way already. */
    @Test
    void keepsTheOrderOfAKeyWhoseFirstRowIsRefusedForAWhile() {
        // Given
        limitRecordsOf(Topic.ACCOUNTS, "2000");
        cleanups.add(() -> limitRecordsOf(Topic.ACCOUNTS, "1000000"));
        insert(Topic.ACCOUNTS.topicName(), key, 1, 5_000);
        insertRows(Topic.ACCOUNTS.topicName(), key, 1, 10, 10);
        relay(Map.of("batch.size", 100)); // so that each row goes by itself
        await().atMost(PATIENCE)
                .until(() -> meters.counter("gatehouse.outbox.failures").count() > 0);

        // When
        limitRecordsOf(Topic.ACCOUNTS, "1000000");

        // Then
        await().atMost(PATIENCE).untilAsserted(() -> assertEquals(0, pending(key)));
        assertEquals(ascending(10), firsts(Topic.ACCOUNTS, key));
    }

    /** B7: the database takes the connection and then says nothing. */
    @Test
    void leaksNoConnectionToASilentDatabase() {
        // Given
        TcpProxy cable = TcpProxy.to(StackEnds.databasePort());
        cleanups.add(cable::close);
        cable.silenceOn("SET SESSION");

        // When
        relayOver(cable, Map.of());

        // Then
        await().atMost(PATIENCE).until(() -> cable.made() == 2);
        assertEquals(1, cable.open());
    }

    private static void limitRecordsOf(Topic topic, String bytes) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, Topics.nameOf(topic));
        AlterConfigOp limit = new AlterConfigOp(new ConfigEntry("max.message.bytes", bytes), AlterConfigOp.OpType.SET);
        try (Admin admin = Admin.create(
                Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + StackEnds.brokerPort()))) {
            admin.incrementalAlterConfigs(Map.of(resource, List.of(limit)))
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }
    }

    private void insert(String topic, String messageKey, int count, int size) {
        for (int first = 0; first < count; first += ROWS_PER_INSERT) {
            insertRows(topic, messageKey, first, Math.min(count, first + ROWS_PER_INSERT), size);
        }
    }

    private void insertRows(String topic, String messageKey, int first, int end, int size) {
        String row = "(?, ?, ?, '{\"ce_source\":\"chassis-test\"}', ?, UTC_TIMESTAMP(3))";
        Object[] values = IntStream.range(first, end)
                .boxed()
                .flatMap(number -> Stream.<Object>of(
                        topic, messageKey, KeyHash.of(messageKey), "%06d".formatted(number) + "x".repeat(size)))
                .toArray();
        database.update(
                "INSERT INTO outbox (topic, message_key, key_hash, headers, payload, created_at) VALUES "
                        + String.join(", ", Collections.nCopies(end - first, row)),
                values);
    }

    private long pending(String messageKey) {
        return database.number("SELECT COUNT(*) FROM outbox WHERE message_key LIKE ?", messageKey);
    }

    /** Each once, as consumers take them: a relay that loses its connection may publish a message again. */
    private List<ConsumerRecord<String, byte[]>> events(String messageKey) {
        Map<String, ConsumerRecord<String, byte[]>> firsts = new LinkedHashMap<>();
        topics.all(Topic.SECURITY_EVENTS, messageKey)
                .forEach(record -> firsts.putIfAbsent(Topics.header(record, Headers.SEQUENCE), record));
        return List.copyOf(firsts.values());
    }

    private List<ConsumerRecord<String, byte[]>> records(String messageKey) {
        return topics.all(Topic.ACCOUNTS, messageKey);
    }

    private List<Integer> firsts(Topic topic, String messageKey) {
        return List.copyOf(new LinkedHashSet<>(payloads(topics.all(topic, messageKey))));
    }

    private static List<Integer> payloads(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream()
                .map(record -> Integer.valueOf(new String(record.value(), 0, 6, StandardCharsets.UTF_8)))
                .toList();
    }

    private static List<Integer> ascending(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    /** Of a topic with two. */
    private static String keyOfPartition(int partition) {
        return Stream.generate(() -> UUID.randomUUID().toString())
                .filter(candidate -> KeyHash.of(candidate) % 2 == partition)
                .findFirst()
                .orElseThrow();
    }

    private Map<String, Object> behind(Duration delay) {
        TcpProxy cable = TcpProxy.to(StackEnds.brokerPort());
        cable.slowDown(delay);
        cleanups.add(cable::close);
        return Map.of("bootstrap.servers", "127.0.0.1:" + cable.port());
    }

    private void relay(Map<String, Object> changes) {
        start(new Relay(
                vertx,
                () -> ConnectionSettings.of(connections),
                publisher(changes),
                new RelayMeters(meters),
                clock,
                Optional.empty()));
    }

    private void relayOver(TcpProxy cable, Map<String, Object> changes) {
        start(new Relay(
                vertx,
                () -> {
                    var options = ConnectionSettings.of(connections);
                    options.setPort(cable.port());
                    options.setSslMode(SslMode.DISABLED); // the cable reads along
                    return options;
                },
                publisher(changes),
                new RelayMeters(meters),
                clock,
                Optional.empty()));
    }

    private KafkaPublisher publisher(Map<String, Object> changes) {
        Map<String, Object> changed = new HashMap<>(kafka);
        changed.putAll(changes);
        KafkaPublisher publisher = new KafkaPublisher(changed, topicNames, new Outage("broker in a test", clock));
        cleanups.add(publisher::close);
        return publisher;
    }

    private void start(Relay relay) {
        cleanups.addFirst(() -> relay.stop()
                .completeOnTimeout(null, PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join());
        relay.start();
    }
}
