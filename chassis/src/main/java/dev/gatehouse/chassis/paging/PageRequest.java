package dev.gatehouse.chassis.paging;

import dev.gatehouse.chassis.problem.ProblemException;
import dev.gatehouse.chassis.problem.Violation;
import dev.gatehouse.contracts.problem.ProblemType;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which part of a list is asked for; a {@code @BeanParam} of every list. */
public final class PageRequest {
    /** The most items that one page has. */
    public static final int MAX_LIMIT = 200;

    private static final int DEFAULT_LIMIT = 50;

    private final int limit;
    private final @Nullable String cursor;

    /** Reads the query parameters. */
    public PageRequest(
            @Parameter(
                            description = "How many items to answer with",
                            schema =
                                    @Schema(
                                            implementation = Integer.class,
                                            minimum = "1",
                                            maximum = "200",
                                            defaultValue = "50"))
                    @QueryParam("limit")
                    @Nullable
                    String limit,
            @Parameter(description = "nextCursor of the page before") @QueryParam("cursor") @Nullable String cursor) {
        this.limit = limit == null ? DEFAULT_LIMIT : parse(limit);
        this.cursor = cursor;
    }

    /** How many items the page may have. */
    public int limit() {
        return limit;
    }

    /** How many rows to read: one more than the page has, which tells whether there is a next one. */
    public int fetch() {
        return limit + 1;
    }

    /** The opaque position, absent on the first page. */
    public @Nullable String cursor() {
        return cursor;
    }

    private static int parse(String text) {
        int limit = number(text);
        if (limit < 1 || limit > MAX_LIMIT) {
            throw ProblemException.of(
                    List.of(new Violation("limit", "out-of-range", "must be between 1 and " + MAX_LIMIT)));
        }
        return limit;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new ProblemException(ProblemType.MALFORMED_REQUEST, "The parameter limit must be a number.");
        }
    }
}
