package dev.gatehouse.chassis.database;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.jspecify.annotations.Nullable;

/**
 * Plain statements in the transaction of the current session, on its connection and past Hibernate. A native query of
 * the session costs ten times as much: it looks through all loaded entities for changes first, and makes a plan of its
 * own each time.
 *
 * <p>Nothing is flushed before: a statement that depends on changed entities MUST flush them itself. Values are ids,
 * instants, enum constants and whatever the SQL client takes.
 */
public final class SessionSql {
    private SessionSql() {}

    /** Executes the statement; how many rows it found (an insert: inserted, and two for each row that it replaced). */
    public static Uni<Integer> update(String sql, @Nullable Object... values) {
        return Panache.getSession().chain(session -> Uni.createFrom()
                .completionStage(() -> connection(session).update(sql, columns(values))));
    }

    /** The same with a list of values. */
    public static Uni<Integer> update(String sql, Collection<? extends @Nullable Object> values) {
        return update(sql, values.toArray());
    }

    /** The rows of a query, in the types of the SQL client: an id is a buffer. */
    public static Uni<List<Object[]>> select(String sql, @Nullable Object... values) {
        return Panache.getSession()
                .chain(session -> Uni.createFrom()
                        .completionStage(() -> connection(session).select(sql, columns(values))))
                .map(SessionSql::rows);
    }

    private static ReactiveConnection connection(Mutiny.Session session) {
        return ((MutinySessionImpl) session).getReactiveConnection();
    }

    private static List<Object[]> rows(ReactiveConnection.Result result) {
        List<Object[]> rows = new ArrayList<>(result.size());
        result.forEachRemaining(rows::add);
        return rows;
    }

    private static @Nullable Object[] columns(@Nullable Object[] values) {
        return Arrays.stream(values).map(SessionSql::column).toArray();
    }

    private static @Nullable Object column(@Nullable Object value) {
        return switch (value) {
            case UUID id -> UuidBytes.of(id);
            case Instant time -> UtcTimes.of(time);
            case Enum<?> constant -> constant.name();
            case null, default -> value;
        };
    }
}
