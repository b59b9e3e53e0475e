package dev.gatehouse.audit.search;

import dev.gatehouse.audit.searchindex.EventFilter;
import dev.gatehouse.audit.searchindex.EventPosition;
import dev.gatehouse.audit.searchindex.SearchHits;
import dev.gatehouse.audit.searchindex.SearchIndex;
import dev.gatehouse.audit.searchindex.SearchTooLong;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.http.paging.Cursors;
import dev.gatehouse.chassis.http.paging.Page;
import dev.gatehouse.chassis.http.paging.PageRequest;
import dev.gatehouse.chassis.http.paging.Pages;
import dev.gatehouse.chassis.http.problem.ProblemException;
import dev.gatehouse.chassis.http.problem.Violation;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.contracts.event.AuditSearched;
import dev.gatehouse.contracts.event.SecurityEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds events, page by page. Every search is itself published as an event. */
@ApplicationScoped
class Search {
    private final HostnameAddresses hosts;
    private final SearchIndex index;
    private final EventReader reader;
    private final Transactions transactions;
    private final Events events;
    private final Pages pages;
    private final Cursors cursors;

    Search(
            HostnameAddresses hosts,
            SearchIndex index,
            EventReader reader,
            Transactions transactions,
            Events events,
            Pages pages,
            Cursors cursors) {
        this.hosts = hosts;
        this.index = index;
        this.reader = reader;
        this.transactions = transactions;
        this.events = events;
        this.pages = pages;
        this.cursors = cursors;
    }

    Uni<Page<EventResponse>> page(EventFilter filter, PageRequest request, Origin searcher) {
        String list = listOf(filter, searcher);
        EventPosition after = pages.after(list, request).map(EventPosition::of).orElse(null);
        return hosts.of(filter.hostname())
                .chain(addresses -> index.page(filter, addresses, after, request.limit()))
                .onFailure(SearchTooLong.class)
                .transform(tooLong -> tooLong())
                .call(hits -> publishFirst(filter, searcher, after, hits))
                .chain(hits -> show(list, hits));
    }

    private static ProblemException tooLong() {
        return ProblemException.of(List.of(
                new Violation("from", "too-wide", "looks through too much: narrow the time, or filter by a session")));
    }

    /**
     * Filters and caller are part of what a cursor is signed for, so that it cannot read on in a search that was not
     * recorded.
     */
    private static String listOf(EventFilter filter, Origin searcher) {
        return "audit.events " + searcher.actor().id() + " " + filter.canonical();
    }

    private Uni<Void> publishFirst(
            EventFilter filter, Origin searcher, @Nullable EventPosition after, SearchHits hits) {
        return after == null
                ? publish(events.event(
                        new AuditSearched(filter.canonical(), hits.positions().size()), searcher))
                : Uni.createFrom().voidItem();
    }

    /** Completes when it is committed; when it cannot be, the search MUST NOT be answered. */
    private Uni<Void> publish(SecurityEvent<AuditSearched> event) {
        return transactions.runSql(tx -> events.publish(tx, event));
    }

    private Uni<Page<EventResponse>> show(String list, SearchHits hits) {
        return reader.at(hits.positions()).map(shown -> new Page<>(shown, cursor(list, hits.resume())));
    }

    private @Nullable String cursor(String list, @Nullable EventPosition resume) {
        return resume == null ? null : cursors.sign(list, resume.keyParts().toArray(String[]::new));
    }
}
