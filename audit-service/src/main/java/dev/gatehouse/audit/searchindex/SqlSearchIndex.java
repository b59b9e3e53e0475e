package dev.gatehouse.audit.searchindex;

import dev.gatehouse.audit.log.Entry;
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

    Uni<Void> insert(SqlConnection tx, List<Entry> entries) {
        String sql = INSERT + String.join(", ", Collections.nCopies(entries.size(), ROW));
        List<@Nullable Object> values = new ArrayList<>();
        entries.forEach(entry -> values.addAll(SearchColumns.of(entry)));
        return tx.preparedQuery(sql).execute(Tuple.from(values)).replaceWithVoid();
    }

    Uni<List<Position>> positions(Criteria criteria, Stretch stretch, int limit) {
        return run(criteria.positions(stretch, limit));
    }

    Uni<Optional<Position>> position(Criteria criteria, Stretch stretch, int number) {
        return run(criteria.position(stretch, number))
                .map(positions -> positions.stream().findFirst());
    }

    private Uni<List<Position>> run(Statement statement) {
        return pool.preparedQuery(statement.sql())
                .execute(Tuple.from(statement.arguments()))
                .map(SqlSearchIndex::positions);
    }

    private static List<Position> positions(RowSet<Row> rows) {
        List<Position> positions = new ArrayList<>();
        rows.forEach(row -> positions.add(position(row)));
        return positions;
    }

    private static Position position(Row row) {
        return new Position(UtcTimes.from(row.getLocalDateTime("occurred_at")), row.getLong("idx"));
    }
}
