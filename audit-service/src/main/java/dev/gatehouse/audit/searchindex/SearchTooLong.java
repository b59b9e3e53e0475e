package dev.gatehouse.audit.searchindex;

import java.time.Duration;

/** The database ended a statement of a search, because it took longer than one may take. */
public final class SearchTooLong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SearchTooLong(Duration limit, Throwable ended) {
        super("A search took longer than " + limit, ended);
    }
}
