package dev.gatehouse.audit.address;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.audit.AddressNews;
import dev.gatehouse.audit.RealStack;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealStack
class AddressesIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    @Inject
    Addresses addresses;

    @Inject
    MeterRegistry meters;

    @Test
    void believesConfirmedNamesOnly() {
        AddressNews.unconfirmed("192.0.2.10", "liar.names.test", 1);
        AddressNews.confirmed("192.0.2.11", "honest.names.test", 1);

        awaitNames(Map.of("192.0.2.11", "honest.names.test"), "192.0.2.10", "192.0.2.11");
        assertEquals(List.of("192.0.2.11"), of("*.names.test"));
    }

    @Test
    void ignoresWhatIsNotNewer() {
        double ignored = ignored();
        AddressNews.confirmed("192.0.2.20", "second.versions.test", 2);
        AddressNews.confirmed("192.0.2.20", "first.versions.test", 1);
        AddressNews.ended("192.0.2.20", 1);

        await().atMost(TIMEOUT).untilAsserted(() -> assertEquals(ignored + 2, ignored()));
        awaitNames(Map.of("192.0.2.20", "second.versions.test"), "192.0.2.20");
    }

    @Test
    void forgetsAnAddressThatIsGone() {
        AddressNews.confirmed("192.0.2.30", "here.gone.test", 1);
        awaitNames(Map.of("192.0.2.30", "here.gone.test"), "192.0.2.30");

        AddressNews.ended("192.0.2.30", 2);

        awaitNames(Map.of(), "192.0.2.30");
    }

    private void awaitNames(Map<String, String> expected, String... ips) {
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertEquals(
                        expected, addresses.namesOf(List.of(ips)).await().atMost(TIMEOUT)));
    }

    private double ignored() {
        return meters.counter("gatehouse.replica.states", "table", "address", "result", "passed-over")
                .count();
    }

    private List<String> of(String pattern) {
        return addresses
                .of(HostnamePattern.parse(pattern).orElseThrow(), 10)
                .await()
                .atMost(TIMEOUT);
    }
}
