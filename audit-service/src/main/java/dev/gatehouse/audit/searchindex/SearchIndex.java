package dev.gatehouse.audit.searchindex;

import dev.gatehouse.audit.log.LogEntry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Indexes entries of the log, and finds them. */
@ApplicationScoped
public class SearchIndex {
    private final SqlSearchIndex rows;
    private final IndexConfig config;

    SearchIndex(SqlSearchIndex rows, IndexConfig config) {
        this.rows = rows;
        this.config = config;
    }

    /** Adds entries; expects the transaction that appended them, so that what is in the log is always found. */
    public Uni<Void> add(SqlConnection tx, List<LogEntry> entries) {
        return entries.isEmpty() ? Uni.createFrom().voidItem() : rows.insert(tx, entries);
    }

    /**
     * One page of the list: with one statement; for a text with several bounded ones, up to the configured limit.
     *
     * @param addresses those that have the host name of the filter today; empty when it names none
     */
    public Uni<SearchHits> page(EventFilter filter, List<String> addresses, @Nullable EventPosition after, int limit) {
        Criteria criteria = new Criteria(filter, addresses);
        if (filter.text() == null) {
            return rows.positions(criteria, new ListRange(after, null), limit + 1)
                    .map(read -> SearchHits.of(read, limit, null));
        }
        return scan(criteria, TextScan.from(after, config.textLimit()), limit + 1)
                .map(scan -> SearchHits.of(scan.found(), limit, scan.at()));
    }

    private Uni<TextScan> scan(Criteria criteria, TextScan scan, int wanted) {
        return next(criteria, scan, wanted)
                .chain(next -> next.isOver(wanted) ? Uni.createFrom().item(next) : scan(criteria, next, wanted));
    }

    private Uni<TextScan> next(Criteria criteria, TextScan scan, int wanted) {
        int length = Math.max(1, Math.min(config.textChunk(), scan.left()) / criteria.width());
        ListRange rest = new ListRange(scan.at(), null);
        return rows.position(criteria, rest, length)
                .chain(end -> look(criteria, scan, rest.endingAt(end.orElse(null)), wanted))
                .map(next -> next.afterLookingAt(length * criteria.width()));
    }

    private Uni<TextScan> look(Criteria criteria, TextScan scan, ListRange range, int wanted) {
        return rows.positions(criteria, range, wanted - scan.found().size())
                .map(more -> scan.upTo(range.through(), more));
    }
}
