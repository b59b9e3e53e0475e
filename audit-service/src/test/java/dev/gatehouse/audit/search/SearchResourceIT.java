package dev.gatehouse.audit.search;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.audit.AddressNews;
import dev.gatehouse.audit.AuditRecords;
import dev.gatehouse.audit.LogFixture;
import dev.gatehouse.audit.RealStack;
import dev.gatehouse.chassis.messaging.wire.Headers;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@RealStack
class SearchResourceIT {
    private static final Instant TIME = Instant.parse("2026-10-01T00:00:00Z");

    private final AuditApi api = new AuditApi();
    private final UUID account = AuditRecords.newId();

    @Inject
    LogFixture log;

    @Test
    void showsAnEventExactlyAsTheContractSays() {
        // Given
        UUID actor = AuditRecords.newId();
        UUID session = AuditRecords.newId();
        AuditRecords record = mine().at(Instant.parse("2026-11-01T08:30:00Z"))
                .json("actor", "{\"id\":\"" + actor + "\",\"kind\":\"agent\"}")
                .field("reason", "wrong_password")
                .field("ip", "203.0.113.7")
                .field("hostname", "host.example.com")
                .field("userAgent", "Mozilla/5.0")
                .field("sessionId", session)
                .field("traceId", "4bf92f3577b34da6a3ce929d0e0e4736")
                .json("data", "{\"audience\":\"agent\",\"n\":1}");
        long index = log.put(record).getFirst().index();

        // When
        String item = api.search(Map.of("accountId", account))
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("nextCursor", nullValue())
                .extract()
                .asString();

        // Then
        assertEquals("""
                {"items":[{"id":"%s","index":%d,"type":"login.failed","time":"2026-11-01T08:30:00.000Z",\
                "service":"auth-service","actor":{"id":"%s","kind":"agent"},"accountId":"%s","outcome":"failure",\
                "reason":"wrong_password","ip":"203.0.113.7","hostname":"host.example.com","userAgent":"Mozilla/5.0",\
                "sessionId":"%s","traceId":"4bf92f3577b34da6a3ce929d0e0e4736","data":{"audience":"agent","n":1}}],\
                "nextCursor":null}""".formatted(record.id(), index, actor, account, session), item);
    }

    @Test
    void showsAbsentFieldsAsNull() {
        put(mine());

        api.search(Map.of("accountId", account))
                .then()
                .statusCode(200)
                .body("items[0].containsKey('reason')", equalTo(true))
                .body("items[0].reason", nullValue())
                .body("items[0].hostname", nullValue())
                .body("items[0].actor.id", nullValue())
                .body("items[0].actor.containsKey('id')", equalTo(true));
    }

    @Test
    void filtersByEachParameter() {
        UUID other = AuditRecords.newId();
        UUID session = AuditRecords.newId();
        AuditRecords hit = mine().at(TIME)
                .type("moon.risen")
                .json("actor", "{\"id\":\"" + other + "\",\"kind\":\"agent\"}")
                .field("outcome", "success")
                .field("ip", "2001:db8::7")
                .field("hostname", "www.filter.test")
                .field("sessionId", session)
                .field("userAgent", "Firefox 100%");
        AuditRecords miss = mine().at(TIME.plusSeconds(10)).field("hostname", "filter.test");
        put(hit, miss);

        Map<String, Object> filters = new HashMap<>();
        filters.put("type", "moon.risen");
        filters.put("actorId", other);
        filters.put("outcome", "success");
        filters.put("ip", "2001:DB8:0:0::7");
        filters.put("hostname", "*.filter.test");
        filters.put("sessionId", session);
        filters.put("q", "fireFOX 100%");
        filters.put("to", "2026-10-01T00:00:10Z");
        filters.forEach((name, value) ->
                assertEquals(List.of(id(hit)), api.ids(Map.of("accountId", account, name, value)), name));
        assertEquals(List.of(id(miss)), api.ids(Map.of("accountId", account, "from", "2026-10-01T00:00:10Z")));
        assertEquals(List.of(id(hit)), api.ids(Map.of("accountId", account, "hostname", "WWW.filter.test")));
        assertEquals(List.of(id(miss)), api.ids(Map.of("accountId", account, "hostname", "filter.test")));
        filters.put("accountId", account);
        assertEquals(List.of(id(hit)), api.ids(filters), "all at once");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "\\", "100!", "x%", "x_y"})
    void takesWildcardsLiterally(String text) {
        AuditRecords with = mine().json("userAgent", "\"a x" + text.replace("\\", "\\\\") + " z\"");
        AuditRecords without = mine().field("userAgent", "a xay 100 z");
        put(with, without);

        assertEquals(List.of(id(with)), api.ids(Map.of("accountId", account, "q", text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"' OR 1=1 -- ", "'; DROP TABLE log_entry; -- ", "\") OR (\"\"=\"", "{\"$ne\":1}", "Ünïcödé 😀"})
    void findsOnlyWhatContainsAnOddText(String text) {
        put(mine().field("userAgent", "harmless"));

        assertEquals(List.of(), api.ids(Map.of("accountId", account, "q", text)));
    }

    @Test
    void pagesThroughEverythingOnceWhileMoreArrives() {
        // Given: several in the same millisecond, some that happened before what is already there
        List<AuditRecords> records = IntStream.range(0, 60)
                .mapToObj(i -> mine().at(TIME.plusMillis(i % 7)))
                .toList();
        put(records.toArray(AuditRecords[]::new));

        // When
        List<String> seen = api.allIds(Map.of("accountId", account), 7, () -> put(mine().at(TIME.plusSeconds(60))));

        // Then
        List<String> expected = newestFirst(records);
        assertEquals(expected, seen);
    }

    @Test
    void pagesTheSameWayThroughATextSearchAndAHostName() {
        List<AuditRecords> records = IntStream.range(0, 25)
                .mapToObj(i -> mine().at(TIME.plusMillis(i)).field("hostname", "h" + i + ".pages.test"))
                .toList();
        put(records.toArray(AuditRecords[]::new));

        List<String> expected = newestFirst(records);
        assertEquals(expected, api.allIds(Map.of("accountId", account, "q", "LOGIN"), 4, () -> {}));
        assertEquals(expected, api.allIds(Map.of("accountId", account, "hostname", "*.pages.test"), 4, () -> {}));
    }

    @Test
    void knowsTheConfirmedNameThatAnAddressHasToday() {
        AuditRecords record = mine().field("ip", "198.51.100.77");
        put(record);

        AddressNews.confirmed("198.51.100.77", "today.names.test", 1);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertEquals(
                        List.of(id(record)), api.ids(Map.of("accountId", account, "hostname", "*.names.test"))));
        api.search(Map.of("hostname", "today.names.test")).then().body("items.hostname", contains("today.names.test"));
    }

    @Test
    void recordsTheFirstPageOfASearchAndNotTheNextOnes() {
        // Given
        put(mine(), mine(), mine());

        // When
        List<String> seen = api.allIds(Map.of("accountId", account), 2, () -> {});

        // Then
        assertEquals(3, seen.size());
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> recorded("accountId=" + account, 2));
    }

    private void recorded(String filters, int results) {
        api.search(Map.of("type", "audit.searched", "actorId", api.admin()))
                .then()
                .statusCode(200)
                .body("items.findAll { it.data.filters == '" + filters + "' }.size()", equalTo(1))
                .body("items.find { it.data.filters == '" + filters + "' }.data.results", equalTo(results))
                .body("items.find { it.data.filters == '" + filters + "' }.ip", equalTo("127.0.0.1"))
                .body("items[0].service", equalTo("audit-service"));
    }

    @Test
    void showsOneEventWhole() {
        AuditRecords record = mine().header(Headers.SEQUENCE, "4711");
        put(record);

        api.request()
                .get(AuditApi.EVENTS + "/" + record.id())
                .then()
                .statusCode(200)
                .body("id", equalTo(id(record)))
                .body("data.audience", equalTo("agent"))
                .body("sequence", equalTo(4711))
                .body("receivedAt", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"));
    }

    private AuditRecords mine() {
        return AuditRecords.event().about(account);
    }

    private void put(AuditRecords... records) {
        assertEquals(records.length, log.put(records).size());
    }

    private static String id(AuditRecords record) {
        return record.id().toString();
    }

    private static List<String> newestFirst(List<AuditRecords> records) {
        List<AuditRecords> latestArrivalFirst = new ArrayList<>(records);
        Collections.reverse(latestArrivalFirst);
        Stream<AuditRecords> sorted = latestArrivalFirst.stream()
                .sorted((one, other) ->
                        other.toEvent().time().compareTo(one.toEvent().time()));
        return sorted.map(SearchResourceIT::id).toList();
    }
}
