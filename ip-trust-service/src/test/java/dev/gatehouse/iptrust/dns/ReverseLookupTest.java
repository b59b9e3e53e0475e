package dev.gatehouse.iptrust.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.chassis.testkit.setting.Settings;
import dev.gatehouse.iptrust.testing.NameServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Multi;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReverseLookupTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final NameServer SERVER = new NameServer()
            .host("host-7.example.net", "203.0.113.7")
            .host("six.example.net", "2001:db8::6")
            .pointer("198.51.100.66", "admin.ourcompany.example")
            .address("admin.ourcompany.example", "192.0.2.1")
            .pointer("198.51.100.67", "nowhere.example")
            .pointer("198.51.100.13", "<script>alert(1)</script>.example")
            .pointer("198.51.100.14", "localhost")
            .pointer("198.51.100.2", NameServer.FAILURE)
            .pointer("198.51.100.30", NameServer.SILENCE)
            .pointer("198.51.100.31", "slow.example")
            .address("slow.example", NameServer.SILENCE);

    @AfterAll
    static void close() {
        SERVER.close();
        VERTX.close().await().indefinitely();
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7,Confirmed[hostname=host-7.example.net]",
        "2001:db8::6,Confirmed[hostname=six.example.net]",
        "198.51.100.66,Unconfirmed[hostname=admin.ourcompany.example]",
        "198.51.100.67,Unconfirmed[hostname=nowhere.example]",
        "198.51.100.13,NotFound[]",
        "198.51.100.14,NotFound[]",
        "203.0.113.250,NotFound[]",
        "198.51.100.2,Failed[]",
        "198.51.100.30,Failed[]",
        "198.51.100.31,Unconfirmed[hostname=slow.example]"
    })
    void believesOnlyWhatLeadsBack(String ip, String result) {
        assertEquals(result, ask(lookup(16), ip));
    }

    @Test
    void answersInTimeWhenNobodyElseDoes() {
        ReverseLookup lookup = lookup(16);
        long began = System.nanoTime();

        assertEquals("Failed[]", ask(lookup, "198.51.100.30"));

        assertTrue(Duration.ofNanos(System.nanoTime() - began).compareTo(Duration.ofSeconds(3)) < 0);
    }

    @Test
    void asksAFailingServerOnceMoreAndNoOftener() {
        ReverseLookup lookup = lookup(16);
        int before = SERVER.questions();

        assertEquals("Failed[]", ask(lookup, "198.51.100.2"));

        assertEquals(2, SERVER.questions() - before);
    }

    @Test
    void hasAtMostSoManyUnderWay() {
        ReverseLookup lookup = lookup(2);

        List<LookupResult> results = Multi.createFrom()
                .items("198.51.100.30", "198.51.100.30", "203.0.113.7")
                .onItem()
                .transformToUni(ip -> lookup.of(IpAddress.parse(ip).orElseThrow()))
                .merge(3)
                .collect()
                .asList()
                .await()
                .atMost(Duration.ofSeconds(5));

        assertEquals(
                List.of("Failed[]", "Failed[]", "Failed[]"),
                results.stream().map(LookupResult::toString).toList());
        assertEquals("Confirmed[hostname=host-7.example.net]", ask(lookup, "203.0.113.7"));
    }

    @Test
    void asksNobodyWithoutServers() {
        ReverseLookup lookup = new ReverseLookup(VERTX, settings(List.of("none"), 16), new SimpleMeterRegistry());

        assertEquals("Failed[]", ask(lookup, "203.0.113.7"));
    }

    private static String ask(ReverseLookup lookup, String ip) {
        return lookup.of(IpAddress.parse(ip).orElseThrow())
                .await()
                .atMost(Duration.ofSeconds(5))
                .toString();
    }

    private static ReverseLookup lookup(int concurrent) {
        return new ReverseLookup(VERTX, settings(List.of(SERVER.endpoint()), concurrent), new SimpleMeterRegistry());
    }

    private static DnsConfig settings(List<String> servers, int concurrent) {
        return Settings.of(
                DnsConfig.class,
                Map.of("servers", String.join(",", servers), "concurrent", Integer.toString(concurrent)));
    }
}
