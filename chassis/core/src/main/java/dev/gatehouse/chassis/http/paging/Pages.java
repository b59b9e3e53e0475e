package dev.gatehouse.chassis.http.paging;

import dev.gatehouse.chassis.http.problem.ProblemException;
import dev.gatehouse.contracts.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Cuts rows that were read in order into pages, and finds the place where the next one begins. */
@ApplicationScoped
public class Pages {
    private final Cursors cursors;

    Pages(Cursors cursors) {
        this.cursors = cursors;
    }

    /** Key parts of the row that the page comes after; empty for the first page, 400 for a cursor that is not ours. */
    public Optional<List<String>> after(String list, PageRequest request) {
        String cursor = request.cursor();
        if (cursor == null) {
            return Optional.empty();
        }
        return Optional.of(cursors.open(list, cursor).orElseThrow(Pages::foreign));
    }

    /**
     * The page of rows that were read with {@link PageRequest#fetch} as their limit.
     *
     * @param list the name that {@link #after} is called with
     * @param keyParts what orders the list, of one row
     */
    public <R> Page<R> of(String list, PageRequest request, List<R> rows, Function<R, List<String>> keyParts) {
        boolean last = rows.size() <= request.limit();
        List<R> items = last ? rows : rows.subList(0, request.limit());
        return new Page<>(items, last ? null : next(list, items, keyParts));
    }

    /** The same page with other items, for rows that stay inside their package. */
    public <R, T> Page<T> map(Page<R> page, Function<R, T> item) {
        return new Page<>(page.items().stream().map(item).toList(), page.nextCursor());
    }

    private <R> @Nullable String next(String list, List<R> items, Function<R, List<String>> keyParts) {
        return cursors.sign(list, keyParts.apply(items.getLast()).toArray(String[]::new));
    }

    private static ProblemException foreign() {
        return new ProblemException(
                ProblemType.MALFORMED_REQUEST, "The cursor does not belong to this list: begin at the first page.");
    }
}
