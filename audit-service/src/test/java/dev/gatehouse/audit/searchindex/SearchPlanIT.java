package dev.gatehouse.audit.searchindex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.gatehouse.audit.AuditSchema;
import dev.gatehouse.audit.RealStack;
import dev.gatehouse.audit.address.HostnamePattern;
import dev.gatehouse.chassis.testkit.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the database does for a page in the middle of the list: it must neither sort nor read from the top. */
@QuarkusTest
@RealStack
class SearchPlanIT {
    private static final int ROWS = 4_000;
    private static final Instant TOP = Instant.parse("2025-03-01T00:00:00Z");
    private static final UUID ID = UUID.fromString("0190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b");
    private static final ListRange MIDDLE =
            new ListRange(new EventPosition(TOP.plusSeconds(ROWS / 2), Long.MAX_VALUE), null);

    private final Database database = AuditSchema.database();

    /** Rows of the index alone, far above the indexes that the log gives; every tenth is what is looked for. */
    @BeforeEach
    void fill() {
        if (database.number("SELECT COUNT(*) FROM search_entry WHERE idx >= 1000000000") < ROWS) {
            assertEquals(ROWS, database.update("""
                    INSERT INTO search_entry (idx, occurred_at, received_at, type, service, actor_id, actor_kind,
                      account_id, outcome, ip, hostname_reversed, session_id)
                    WITH RECURSIVE d AS (SELECT 0 AS j UNION ALL SELECT j + 1 FROM d WHERE j + 1 < 100),
                      n AS (SELECT one.j + 100 * many.j AS i FROM d AS one JOIN d AS many ON many.j < 40)
                    SELECT 1000000000 + i, '2025-03-01' + INTERVAL i SECOND, '2025-03-01' + INTERVAL i SECOND,
                      IF(i % 10 = 0, 'plan.tested', 'plan.other'), 'auth-service', @id := IF(i % 10 = 0,
                      x'0190a1b2c3d47e5f8a6b7c8d9e0f1a2b', x'0190a1b2c3d47e5f8a6b7c8d9e0f1a2c'), 'agent',
                      @id, IF(i % 10 = 0, 'failure', 'success'), IF(i % 10 = 0, '198.51.100.1', '198.51.100.2'),
                      IF(i % 10 = 0, 'com.example.plan', NULL), @id
                    FROM n"""));
        }
    }

    static Stream<Arguments> filters() {
        return Stream.of(
                Arguments.of("search_by_time", Filters.none()),
                Arguments.of("search_by_time", Filters.between(TOP, TOP.plusSeconds(ROWS))),
                Arguments.of("search_by_type", Filters.type("plan.tested")),
                Arguments.of("search_by_actor", Filters.actor(ID)),
                Arguments.of("search_by_account", Filters.account(ID)),
                Arguments.of("search_by_outcome", Filters.outcome("failure")),
                Arguments.of("search_by_ip", Filters.ip("198.51.100.1")),
                Arguments.of("search_by_session", Filters.session(ID)),
                Arguments.of("search_by_hostname", Filters.hostname(name("plan.example.com"))),
                Arguments.of(
                        "search_by_account",
                        new EventFilter(TOP, null, "plan.tested", null, ID, "failure", null, null, null, null)));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void goesStraightToThePage(String index, EventFilter filter) {
        SqlStatement page = new Criteria(filter, List.of()).positions(MIDDLE, 51);

        Map<String, @Nullable Object> plan = explain(page).getFirst();

        assertEquals(index, plan.get("key"));
        assertFalse(String.valueOf(plan.get("Extra")).contains("filesort"), plan::toString);
        assertFalse(String.valueOf(plan.get("Extra")).contains("temporary"), plan::toString);
        assertEquals(51, database.query(page.sql(), jdbc(page)).size());
    }

    /** The session counters of the storage engine tell what the plan only estimates. */
    @ParameterizedTest
    @MethodSource("filters")
    void readsNoMoreThanThePage(String index, EventFilter filter) {
        SqlStatement page = new Criteria(filter, List.of()).positions(MIDDLE, 51);

        long read = RowsRead.by(database, page.sql(), jdbc(page));

        assertEquals(true, read <= 60, () -> index + " read " + read + " rows");
    }

    private List<Map<String, @Nullable Object>> explain(SqlStatement page) {
        return database.query("EXPLAIN " + page.sql(), jdbc(page));
    }

    private static Object[] jdbc(SqlStatement page) {
        return page.arguments().stream()
                .map(value -> value instanceof Buffer bytes ? bytes.getBytes() : value)
                .toArray();
    }

    private static HostnamePattern name(String text) {
        return HostnamePattern.parse(text).orElseThrow();
    }
}
