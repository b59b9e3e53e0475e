package dev.gatehouse.audit.searchindex;

import dev.gatehouse.audit.log.LogEntry;
import dev.gatehouse.chassis.database.UtcTimes;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The statements of the index. */
@ApplicationScoped
class SqlSearchIndex {
    private static final String INSERT =
            "INSERT INTO search_entry (" + String.join(", ", SearchColumns.NAMES) + ") VALUES ";
    private static final String ROW =
            "(" + String.join(", ", Collections.nCopies(SearchColumns.NAMES.size(), "?")) + ")";

    private final Pool pool;

    SqlSearchIndex(Pool pool) {
        this.pool = pool;
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

    private Uni<List<EventPosition>> run(SqlStatement statement) {
        return pool.preparedQuery(statement.sql())
                .execute(Tuple.from(statement.arguments()))
                .map(SqlSearchIndex::positions);
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
