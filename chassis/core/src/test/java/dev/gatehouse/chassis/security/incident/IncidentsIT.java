package dev.gatehouse.chassis.security.incident;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.chassis.database.Behind;
import dev.gatehouse.chassis.database.DatabaseCable;
import dev.gatehouse.chassis.messaging.wire.Headers;
import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.chassis.testkit.GatehouseStack;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.chassis.testkit.Topics;
import dev.gatehouse.contracts.event.ClientAddressForged;
import dev.gatehouse.contracts.event.EventType;
import dev.gatehouse.contracts.topic.Topic;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** B14: no flood of requests becomes a flood of events, and none is lost by an outage of the database. */
@QuarkusTest
@TestProfile(Behind.class)
@WithTestResource(value = GatehouseStack.class, initArgs = @ResourceArg(name = "schema", value = "gatehouse_chassis"))
@WithTestResource(DatabaseCable.class)
class IncidentsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Incidents incidents;

    @Inject
    SuppressedIncidentsJob job;

    private final Topics topics = StackEnds.topics();

    @AfterEach
    void restore() {
        DatabaseCable.cable().restore();
    }

    @Test
    void oneNetworkCausesOneEvent() {
        // When
        IntStream.range(1, 200).forEach(host -> publish("2001:db8:77:1::" + Integer.toHexString(host)));
        publish("192.0.2.77");

        // Then
        await().atMost(PATIENCE).until(() -> published("192.0.2.77") == 1);
        assertEquals(1, published("2001:db8:77:1::"));
    }

    @Test
    void whatCouldNotBeStoredIsPublishedNextTime() {
        // Given: there is something to tell, so the job, which begins later, fails no earlier
        publish("192.0.2.79");
        publish("192.0.2.79");
        DatabaseCable.cable().cut();
        publish("192.0.2.78");
        assertThrows(RuntimeException.class, () -> job.publish().await().atMost(PATIENCE));

        // When
        DatabaseCable.cable().restore();

        // Then
        await().atMost(PATIENCE).until(() -> {
            publish("192.0.2.78");
            return published("192.0.2.78") == 1;
        });
    }

    /** What flooded must not be hidden, and an outage must not swallow the number either. */
    @Test
    void howManyWereNotPublishedIsToldAlsoAfterAnOutage() {
        // Given
        job.publish().await().atMost(PATIENCE);
        long told = suppressed().size();
        IntStream.range(1, 51).forEach(host -> publish("2001:db8:77:2::" + Integer.toHexString(host)));
        await().atMost(PATIENCE).until(() -> published("2001:db8:77:2::") == 1);
        DatabaseCable.cable().cut();
        assertThrows(RuntimeException.class, () -> job.publish().await().atMost(PATIENCE));

        // When
        DatabaseCable.cable().restore();
        await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            job.publish().await().atMost(PATIENCE);
            return true;
        });

        // Then
        await().atMost(PATIENCE).until(() -> suppressed().size() == told + 1);
        assertTrue(suppressed().getLast().contains("\"count\":49"), suppressed()::toString);
    }

    private List<String> suppressed() {
        return topics.all(Topic.SECURITY_EVENTS).stream()
                .filter(record -> EventType.INCIDENT_SUPPRESSED.toString().equals(Topics.header(record, Headers.TYPE)))
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .toList();
    }

    private void publish(String ip) {
        incidents.publish(
                new ClientAddressForged("x-forwarded-for", "198.51.100.1"),
                "untrusted_peer",
                IpAddress.parse(ip).orElseThrow(),
                null);
    }

    private long published(String ip) {
        return topics.all(Topic.SECURITY_EVENTS).stream()
                .filter(record -> "client-address.forged".equals(Topics.header(record, Headers.TYPE)))
                .filter(record -> new String(record.value(), StandardCharsets.UTF_8).contains("\"" + ip))
                .count();
    }
}
