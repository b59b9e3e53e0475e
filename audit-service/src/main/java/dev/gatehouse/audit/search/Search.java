package dev.gatehouse.audit.search;

import dev.gatehouse.audit.searchindex.EventFilter;
import dev.gatehouse.audit.searchindex.Hits;
import dev.gatehouse.audit.searchindex.Position;
import dev.gatehouse.audit.searchindex.SearchIndex;
import dev.gatehouse.chassis.http.paging.Cursors;
import dev.gatehouse.chassis.http.paging.Page;
import dev.gatehouse.chassis.http.paging.PageRequest;
import dev.gatehouse.chassis.http.paging.Pages;
import dev.gatehouse.chassis.messaging.event.Origin;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Looks for events, page by page, and leaves a record of every search. */
@ApplicationScoped
class Search {
    private final HostAddresses hosts;
    private final SearchIndex index;
    private final EventViews views;
    private final SearchRecord searchRecord;
    private final Pages pages;
    private final Cursors cursors;

    Search(
            HostAddresses hosts,
            SearchIndex index,
            EventViews views,
            SearchRecord searchRecord,
            Pages pages,
            Cursors cursors) {
        this.hosts = hosts;
        this.index = index;
        this.views = views;
        this.searchRecord = searchRecord;
        this.pages = pages;
        this.cursors = cursors;
    }

    Uni<Page<EventView>> page(EventFilter filter, PageRequest request, Origin searcher) {
        String list = listOf(filter, searcher);
        Position after = pages.after(list, request).map(Position::of).orElse(null);
        return hosts.of(filter.hostname())
                .chain(addresses -> index.page(filter, addresses, after, request.limit()))
                .call(hits -> recordFirst(filter, searcher, after, hits))
                .chain(hits -> show(list, hits));
    }

    /**
     * Filters and caller are part of what a cursor is signed for, so that it cannot read on in a search that nobody
     * recorded.
     */
    private static String listOf(EventFilter filter, Origin searcher) {
        return "audit.events " + searcher.actor().id() + " " + filter.canonical();
    }

    private Uni<Void> recordFirst(EventFilter filter, Origin searcher, @Nullable Position after, Hits hits) {
        return after == null
                ? searchRecord.write(filter, searcher, hits.positions().size())
                : Uni.createFrom().voidItem();
    }

    private Uni<Page<EventView>> show(String list, Hits hits) {
        return views.at(hits.positions()).map(shown -> new Page<>(shown, cursor(list, hits.resume())));
    }

    private @Nullable String cursor(String list, @Nullable Position resume) {
        return resume == null ? null : cursors.sign(list, resume.keyParts().toArray(String[]::new));
    }
}
