package dev.gatehouse.chassis.messaging.relay;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.gatehouse.chassis.ChassisProfile;
import dev.gatehouse.chassis.database.connection.DatabaseConnections;
import dev.gatehouse.chassis.messaging.event.Notes;
import dev.gatehouse.chassis.messaging.wire.Headers;
import dev.gatehouse.chassis.messaging.wire.TopicNames;
import dev.gatehouse.chassis.runtime.health.Outage;
import dev.gatehouse.chassis.runtime.identifier.IdGenerator;
import dev.gatehouse.chassis.testkit.Broker;
import dev.gatehouse.chassis.testkit.Database;
import dev.gatehouse.chassis.testkit.GatehouseStack;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.chassis.testkit.TcpProxy;
import dev.gatehouse.chassis.testkit.Topics;
import dev.gatehouse.contracts.topic.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.common.annotation.Identifier;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ChassisProfile.class)
@WithTestResource(value = GatehouseStack.class, initArgs = @ResourceArg(name = "schema", value = "gatehouse_chassis"))
class RelayIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String LEADER = "SELECT IS_USED_LOCK('gatehouse.outbox.gatehouse_chassis')";

    private final Database database = StackEnds.database("gatehouse_chassis");
    private final Topics topics = StackEnds.topics();
    private final List<Runnable> cleanups = new ArrayList<>();

    @Inject
    Notes notes;

    @Inject
    IdGenerator ids;

    @Inject
    InstantSource clock;

    @Inject
    Vertx vertx;

    @Inject
    MeterRegistry meters;

    @Inject
    DatabaseConnections connections;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Inject
    TopicNames topicNames;

    @AfterEach
    void cleanUp() {
        cleanups.forEach(Runnable::run);
    }

    @Test
    void looksForMessagesWhenTheyAreCommitted() {
        // Given
        int messages = 8;
        Timer lag = meters.timer("gatehouse.outbox.lag");
        awaitEmptyOutbox();
        double before = lag.totalTime(TimeUnit.MILLISECONDS);

        // When
        for (int number = 0; number < messages; number++) {
            long known = lag.count();
            notes.write(ids.next(), "soon " + ids.next());
            await().atMost(PATIENCE).until(() -> lag.count() > known);
        }

        // Then
        double taken = (lag.totalTime(TimeUnit.MILLISECONDS) - before) / messages;
        assertTrue(taken < 500, () -> "took " + taken + " ms, where looks that nobody asks for are two seconds apart");
    }

    @Test
    void publishesEverythingOnceAndInOrderWhenTheBrokerComesBack() {
        // Given
        List<UUID> accounts = List.of(ids.next(), ids.next(), ids.next());
        Broker broker = StackEnds.broker();
        cleanups.add(broker::resume);
        List<String> written = new ArrayList<>(write(accounts, 5));

        // When
        awaitEmptyOutbox();
        double failures = meters.counter("gatehouse.outbox.failures").count();
        broker.pause();
        written.addAll(write(accounts, 10));
        await().atMost(PATIENCE)
                .until(() -> meters.counter("gatehouse.outbox.failures").count() > failures);
        written.addAll(write(accounts, 3));
        assertEquals(39, database.number("SELECT COUNT(*) FROM outbox"));
        broker.resume();

        // Then
        awaitEmptyOutbox();
        assertOnceInOrder(written, accounts);
    }

    @Test
    void secondRelayTakesOverInOrderWhenTheFirstLosesItsConnection() {
        // Given
        Relay second = relay();
        List<UUID> accounts = List.of(ids.next(), ids.next());
        List<String> written = new ArrayList<>(write(accounts, 5));
        long firstLeader = awaitLeaderOtherThan(0);

        // When
        for (int round = 0; round < 3; round++) {
            kill(awaitLeaderOtherThan(0));
            written.addAll(write(accounts, 10));
        }

        // Then
        awaitEmptyOutbox();
        assertTrue(awaitLeaderOtherThan(firstLeader) > 0);
        assertOnceInOrder(written, accounts);
        second.wake();
    }

    @Test
    void standsByAgainAfterTheDatabaseWasAway() {
        // Given
        TcpProxy cable = TcpProxy.to(StackEnds.databasePort());
        cleanups.add(cable::close);
        Relay relay = relayThrough(cable);

        // When
        cable.cut();
        UUID account = ids.next();
        List<String> written = write(List.of(account), 3);
        cable.restore();

        // Then
        awaitEmptyOutbox();
        assertEquals(written, idsOf(account));
        relay.wake();
    }

    @Test
    void numbersSecurityEventsWithoutGaps() {
        // Given
        write(List.of(ids.next(), ids.next()), 10);
        notes.writeAndFail(ids.next(), "gap " + ids.next());
        write(List.of(ids.next()), 1);

        // When
        awaitEmptyOutbox();

        // Then
        List<Long> sequences = topics.all(Topic.SECURITY_EVENTS).stream()
                .filter(record -> "chassis-test".equals(Topics.header(record, Headers.SOURCE)))
                .map(record -> Topics.header(record, Headers.SEQUENCE))
                .filter(Objects::nonNull)
                .map(Long::valueOf)
                .distinct()
                .sorted()
                .toList();
        assertEquals(LongStream.rangeClosed(1, sequences.size()).boxed().toList(), sequences);
        assertEquals(sequences.getLast(), database.number("SELECT last_sequence FROM outbox_head"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertEquals(
                        sequences.getLast().doubleValue(),
                        meters.get("gatehouse.outbox.sequence").gauge().value()));
    }

    @CanIgnoreReturnValue
    private List<String> write(List<UUID> accounts, int each) {
        return IntStream.range(0, each)
                .boxed()
                .flatMap(round -> accounts.stream())
                .map(account -> notes.write(account, "relay " + ids.next()).id().toString())
                .toList();
    }

    /** Ids as consumers see them: a repetition is no news. */
    private List<String> idsOf(UUID account) {
        return List.copyOf(new LinkedHashSet<>(topics.all(Topic.SECURITY_EVENTS, account.toString()).stream()
                .map(record -> String.valueOf(Topics.header(record, Headers.ID)))
                .toList()));
    }

    private void assertOnceInOrder(List<String> written, List<UUID> accounts) {
        Set<String> delivered = new HashSet<>();
        for (UUID account : accounts) {
            List<String> ofAccount = idsOf(account);
            assertEquals(written.stream().filter(ofAccount::contains).toList(), ofAccount);
            delivered.addAll(ofAccount);
        }
        assertEquals(Set.copyOf(written), delivered);
    }

    private void kill(long connection) {
        try (Connection app = database.asApp();
                Statement statement = app.createStatement()) {
            statement.execute("KILL " + connection);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void awaitEmptyOutbox() {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertEquals(0, database.number("SELECT COUNT(*) FROM outbox")));
    }

    private long awaitLeaderOtherThan(long connection) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> database.number(LEADER), leader -> leader != 0 && leader != connection);
    }

    private Relay relay() {
        return started(new Relay(
                vertx,
                () -> ConnectionSettings.of(connections),
                publisher(),
                new RelayMeters(new SimpleMeterRegistry()),
                clock,
                Optional.empty()));
    }

    private Relay relayThrough(TcpProxy cable) {
        return started(new Relay(
                vertx,
                () -> {
                    var options = ConnectionSettings.of(connections);
                    options.setPort(cable.port());
                    return options;
                },
                publisher(),
                new RelayMeters(new SimpleMeterRegistry()),
                clock,
                Optional.empty()));
    }

    private KafkaPublisher publisher() {
        KafkaPublisher publisher = new KafkaPublisher(kafka, topicNames, new Outage("broker in a test", clock));
        cleanups.add(publisher::close);
        return publisher;
    }

    private Relay started(Relay relay) {
        cleanups.addFirst(() ->
                relay.stop().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join());
        relay.start();
        return relay;
    }
}
