package dev.gatehouse.audit.searchindex;

import dev.gatehouse.audit.log.LogEntry;
import dev.gatehouse.chassis.database.UtcTimes;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.mysqlclient.MySQLException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The statements of the index. */
@ApplicationScoped
class SqlSearchIndex {
    private static final String INSERT =
            "INSERT INTO search_entry (" + String.join(", ", SearchColumns.NAMES) + ") VALUES ";
    private static final Pattern SELECT = Pattern.compile("SELECT", Pattern.LITERAL);
    private static final String ROW =
            "(" + String.join(", ", Collections.nCopies(SearchColumns.NAMES.size(), "?")) + ")";

    /** The codes of MariaDB and MySQL for a statement that took too long. */
    private static final Set<Integer> TOO_LONG = Set.of(1969, 3024);

    private final Pool pool;
    private final Duration limit;

    SqlSearchIndex(Pool pool, IndexConfig config) {
        this.pool = pool;
        this.limit = config.longestStatement();
    }

    Uni<Void> insert(SqlConnection tx, List<LogEntry> entries) {
        String sql = INSERT + String.join(", ", Collections.nCopies(entries.size(), ROW));
        List<@Nullable Object> values = new ArrayList<>();
        entries.forEach(entry -> values.addAll(SearchColumns.of(entry)));
        return tx.preparedQuery(sql).execute(Tuple.from(values)).replaceWithVoid();
    }

    Uni<List<EventPosition>> positions(Criteria criteria, ListRange range, int limit) {
        return run(criteria.positions(range, limit));
    }

    Uni<Optional<EventPosition>> position(Criteria criteria, ListRange range, int number) {
        return run(criteria.position(range, number))
                .map(positions -> positions.stream().findFirst());
    }

    /** Fails with {@link SearchTooLong} when it takes longer than a statement of a search may take. */
    Uni<List<EventPosition>> run(SqlStatement statement) {
        return pool.preparedQuery(limited(statement.sql()))
                .execute(Tuple.from(statement.arguments()))
                .onFailure(SqlSearchIndex::isTooLong)
                .transform(ended -> new SearchTooLong(limit, ended))
                .map(SqlSearchIndex::positions);
    }

    /** In the words of both servers: what is for the one is a comment for the other. */
    private String limited(String select) {
        return "/*M!100100 SET STATEMENT max_statement_time = " + limit.toMillis() / 1_000.0 + " FOR */ "
                + SELECT.matcher(select).replaceFirst("SELECT /*+ MAX_EXECUTION_TIME(" + limit.toMillis() + ") */");
    }

    private static boolean isTooLong(Throwable failure) {
        return failure instanceof MySQLException answer && TOO_LONG.contains(answer.getErrorCode());
    }

    private static List<EventPosition> positions(RowSet<Row> rows) {
        List<EventPosition> positions = new ArrayList<>();
        rows.forEach(row -> positions.add(position(row)));
        return positions;
    }

    private static EventPosition position(Row row) {
        return new EventPosition(UtcTimes.from(row.getLocalDateTime("occurred_at")), row.getLong("idx"));
    }
}
