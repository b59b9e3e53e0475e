package dev.gatehouse.audit.searchindex;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.audit.address.HostnamePattern;
import dev.gatehouse.chassis.database.UtcTimes;
import dev.gatehouse.chassis.database.UuidBytes;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CriteriaTest {
    private static final UUID ID = UUID.fromString("0190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b");
    private static final Instant TIME = Instant.parse("2026-11-01T08:30:00.123Z");
    private static final ListRange ALL = new ListRange(null, null);
    private static final String ORDER = " ORDER BY occurred_at DESC, idx DESC LIMIT ?";

    static Stream<Arguments> filters() {
        return Stream.of(
                Arguments.of(Filters.none(), "search_by_time", "", List.of()),
                Arguments.of(
                        Filters.type("login.failed"), "search_by_type", " WHERE type = ?", List.of("login.failed")),
                Arguments.of(Filters.actor(ID), "search_by_actor", " WHERE actor_id = ?", List.of(UuidBytes.of(ID))),
                Arguments.of(
                        Filters.account(ID), "search_by_account", " WHERE account_id = ?", List.of(UuidBytes.of(ID))),
                Arguments.of(Filters.outcome("failure"), "search_by_outcome", " WHERE outcome = ?", List.of("failure")),
                Arguments.of(Filters.ip("2001:db8::1"), "search_by_ip", " WHERE ip = ?", List.of("2001:db8::1")),
                Arguments.of(
                        Filters.session(ID), "search_by_session", " WHERE session_id = ?", List.of(UuidBytes.of(ID))),
                Arguments.of(
                        Filters.between(TIME, TIME.plusSeconds(1)),
                        "search_by_time",
                        " WHERE occurred_at >= ? AND occurred_at < ?",
                        List.of(UtcTimes.of(TIME), UtcTimes.of(TIME.plusSeconds(1)))),
                Arguments.of(
                        Filters.text("50%_of!it"),
                        "search_by_time",
                        " WHERE LOWER(CONCAT_WS('\n', type, reason, ip, user_agent)) LIKE LOWER(?) ESCAPE '!'",
                        List.of("%50!%!_of!!it%")));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void goesByTheIndexOfItsFilter(EventFilter filter, String index, String where, List<Object> arguments) {
        SqlStatement statement = new Criteria(filter, List.of()).positions(ALL, 51);

        assertEquals(
                "SELECT occurred_at, idx FROM search_entry FORCE INDEX (" + index + ")" + where + ORDER,
                statement.sql());
        assertEquals(Stream.concat(arguments.stream(), Stream.of(51)).toList(), statement.arguments());
    }

    @Test
    void goesByTheFilterThatLeavesTheFewestRows() {
        EventFilter filter =
                new EventFilter(TIME, null, "login.failed", null, ID, "failure", "203.0.113.7", null, ID, null);

        String sql = new Criteria(filter, List.of()).positions(ALL, 51).sql();

        assertEquals(true, sql.contains("FORCE INDEX (search_by_session)"), sql);
    }

    @Test
    void continuesBehindAPosition() {
        ListRange range = new ListRange(new EventPosition(TIME, 41), null);

        SqlStatement statement = new Criteria(Filters.none(), List.of()).positions(range, 51);

        assertEquals(
                "SELECT occurred_at, idx FROM search_entry FORCE INDEX (search_by_time)"
                        + " WHERE occurred_at <= ? AND (occurred_at < ? OR idx < ?)" + ORDER,
                statement.sql());
        assertEquals(List.of(UtcTimes.of(TIME), UtcTimes.of(TIME), 41L, 51), statement.arguments());
    }

    @Test
    void asksForAHostNameOnceByNameAndOnceByEachAddress() {
        EventFilter filter =
                Filters.hostname(HostnamePattern.parse("*.example.com").orElseThrow());

        SqlStatement statement = new Criteria(filter, List.of("203.0.113.7")).positions(ALL, 51);

        assertEquals(
                "(SELECT occurred_at, idx FROM search_entry FORCE INDEX (search_by_hostname)"
                        + " WHERE hostname_reversed >= ? AND hostname_reversed < ?" + ORDER + ")"
                        + " UNION ALL (SELECT occurred_at, idx FROM search_entry FORCE INDEX (search_by_ip)"
                        + " WHERE ip = ? AND hostname_reversed IS NULL" + ORDER + ")" + ORDER,
                statement.sql());
        assertEquals(List.of("com.example.", "com.example/", 51, "203.0.113.7", 51, 51), statement.arguments());
    }

    @Test
    void findsTheEndOfAStretchWhateverTheTextIs() {
        SqlStatement statement = new Criteria(Filters.text("x"), List.of()).position(ALL, 20_000);

        assertEquals(
                "SELECT occurred_at, idx FROM search_entry FORCE INDEX (search_by_time)" + ORDER + " OFFSET ?",
                statement.sql());
        assertEquals(List.of(1, 19_999), statement.arguments());
    }
}
