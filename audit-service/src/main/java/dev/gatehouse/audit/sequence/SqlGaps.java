package dev.gatehouse.audit.sequence;

import dev.gatehouse.chassis.database.UtcTimes;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The statements of this package. */
@ApplicationScoped
class SqlGaps {
    private static final String BEGIN =
            "INSERT INTO producer (service, checked_sequence) VALUES (?, 0) ON DUPLICATE KEY UPDATE service = service";
    private static final String CHECKED = "SELECT checked_sequence, checked_index, UTC_TIMESTAMP(3) AS checked_at"
            + " FROM producer WHERE service = ? FOR UPDATE";
    private static final String MARK = "UPDATE producer SET checked_sequence = ? WHERE service = ?";
    private static final String MARK_INDEX = "UPDATE producer SET checked_index = ? WHERE service = ?";
    private static final String OPEN = "SELECT first_sequence, last_sequence FROM sequence_gap"
            + " WHERE service = ? AND first_sequence > ? ORDER BY first_sequence LIMIT ?";
    private static final String ADD =
            "INSERT INTO sequence_gap (service, first_sequence, last_sequence, noticed_at) VALUES (?, ?, ?, ?)";
    private static final String REMOVE = "DELETE FROM sequence_gap WHERE service = ? AND first_sequence = ?";
    private static final String CHECKED_OF_ALL = "SELECT service, checked_sequence FROM producer";
    private static final String COUNT = "SELECT service, COUNT(*) AS gaps FROM sequence_gap GROUP BY service";

    private final Pool pool;

    SqlGaps(Pool pool) {
        this.pool = pool;
    }

    /** The service, producer until the transaction ends so that one replica checks it at a time. */
    Uni<Producer> hold(SqlConnection tx, String service) {
        return tx.preparedQuery(BEGIN)
                .execute(Tuple.of(service))
                .chain(() -> tx.preparedQuery(CHECKED).execute(Tuple.of(service)))
                .map(rows -> producer(service, rows.iterator().next()));
    }

    Uni<Void> mark(SqlConnection tx, Producer producer, long checked) {
        return checked == producer.checked()
                ? Uni.createFrom().voidItem()
                : tx.preparedQuery(MARK)
                        .execute(Tuple.of(checked, producer.service()))
                        .replaceWithVoid();
    }

    Uni<Void> markIndex(SqlConnection tx, Producer producer, long index) {
        return index == producer.checkedIndex()
                ? Uni.createFrom().voidItem()
                : tx.preparedQuery(MARK_INDEX)
                        .execute(Tuple.of(index, producer.service()))
                        .replaceWithVoid();
    }

    Uni<List<Gap>> open(SqlConnection tx, String service, long after, int limit) {
        return tx.preparedQuery(OPEN).execute(Tuple.of(service, after, limit)).map(SqlGaps::gaps);
    }

    Uni<Void> add(SqlConnection tx, Producer producer, List<Gap> gaps) {
        return Multi.createFrom()
                .iterable(gaps)
                .map(gap -> Tuple.of(producer.service(), gap.first(), gap.last(), UtcTimes.of(producer.now())))
                .onItem()
                .transformToUniAndConcatenate(row -> tx.preparedQuery(ADD).execute(row))
                .onItem()
                .ignoreAsUni();
    }

    Uni<Void> remove(SqlConnection tx, String service, Gap gap) {
        return tx.preparedQuery(REMOVE).execute(Tuple.of(service, gap.first())).replaceWithVoid();
    }

    Uni<Map<String, Long>> count() {
        return pool.query(COUNT).execute().map(rows -> byService(rows, "gaps"));
    }

    /** Up to which number each service was checked. */
    Uni<Map<String, Long>> checked() {
        return pool.query(CHECKED_OF_ALL).execute().map(rows -> byService(rows, "checked_sequence"));
    }

    private static Producer producer(String service, Row row) {
        return new Producer(
                service,
                row.getLong("checked_sequence"),
                row.getLong("checked_index"),
                UtcTimes.from(row.getLocalDateTime("checked_at")));
    }

    private static List<Gap> gaps(RowSet<Row> rows) {
        List<Gap> gaps = new ArrayList<>();
        rows.forEach(row -> gaps.add(new Gap(row.getLong("first_sequence"), row.getLong("last_sequence"))));
        return gaps;
    }

    private static Map<String, Long> byService(RowSet<Row> rows, String column) {
        Map<String, Long> numbers = new HashMap<>();
        rows.forEach(row -> numbers.put(row.getString("service"), row.getLong(column)));
        return numbers;
    }
}
