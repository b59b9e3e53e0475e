package dev.gatehouse.chassis.database.job;

import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.database.UtcTimes;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * Deletes rows that nobody needs any more, and keeps nobody waiting for it.
 *
 * <p>A {@code DELETE} by a range of a secondary index locks, at REPEATABLE READ, also the gaps between the rows: where
 * NULL stands for "still going on", the gap that every new row and every update goes into. So the keys are read without
 * a lock, and the rows deleted by primary key at READ COMMITTED, five hundred in a transaction. A row that changed in
 * between is judged again.
 */
@ApplicationScoped
public class Purge {
    static final int BATCH = 500;

    private final Transactions transactions;

    Purge(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * The rows that go.
     *
     * @param table where they are
     * @param key the columns of its primary key
     * @param condition of SQL, with a {@code ?} for each of the values; an index should find its rows
     */
    public record Rows(String table, List<String> key, String condition, List<Object> values) {
        /** Copies. */
        public Rows {
            key = List.copyOf(key);
            values = List.copyOf(values);
        }

        /** Of a table whose primary key is one column, up to a time. */
        public static Rows of(String table, String key, String condition, Instant time) {
            return of(table, List.of(key), condition, time);
        }

        /** Of a table whose primary key is several columns, up to a time. */
        public static Rows of(String table, List<String> key, String condition, Instant time) {
            return new Rows(table, key, condition, List.of(UtcTimes.of(time)));
        }

        private String select() {
            return "SELECT " + String.join(", ", key) + " FROM " + table + " WHERE " + condition + " LIMIT " + BATCH;
        }

        private String delete(int rows) {
            String one = key.stream().map(column -> column + " = ?").collect(Collectors.joining(" AND ", "(", ")"));
            return "DELETE FROM " + table + " WHERE (" + String.join(" OR ", Collections.nCopies(rows, one)) + ") AND ("
                    + condition + ")";
        }
    }

    /** What one transaction did. */
    private record Batch(int found, int deleted) {}

    /** Deletes all of them; returns how many. Fails with the failure of the database; what was deleted stays so. */
    public Uni<Integer> run(Rows rows) {
        return Multi.createBy()
                .repeating()
                .uni(() -> transactions.runReadCommitted(connection -> batch(connection, rows)))
                .whilst(batch -> batch.found() == BATCH)
                .collect()
                .with(Collectors.summingInt(Batch::deleted));
    }

    private static Uni<Batch> batch(SqlConnection connection, Rows rows) {
        return connection
                .preparedQuery(rows.select())
                .execute(Tuple.wrap(rows.values()))
                .chain(found ->
                        found.size() == 0 ? Uni.createFrom().item(new Batch(0, 0)) : delete(connection, rows, found));
    }

    private static Uni<Batch> delete(SqlConnection connection, Rows rows, RowSet<Row> found) {
        Tuple values = Tuple.tuple();
        StreamSupport.stream(found.spliterator(), false)
                .flatMap(row -> IntStream.range(0, rows.key().size()).mapToObj(row::getValue))
                .forEach(values::addValue);
        rows.values().forEach(values::addValue);
        return connection
                .preparedQuery(rows.delete(found.size()))
                .execute(values)
                .map(deleted -> new Batch(found.size(), deleted.rowCount()));
    }
}
