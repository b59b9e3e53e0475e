package dev.gatehouse.chassis.http.paging;

import dev.gatehouse.chassis.http.problem.ProblemException;
import dev.gatehouse.chassis.http.problem.Violation;
import dev.gatehouse.contracts.problem.ProblemType;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for; a {@code @BeanParam} of every list.
 *
 * @param limitText as it was sent, because a text that is no number must be told apart from a path that is not there
 * @param cursor the opaque position, absent on the first page
 */
public record PageRequest(
        @Parameter(
                name = "limit",
                description = "How many items to answer with",
                schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "50"))
        @QueryParam("limit")
        @Nullable
        String limitText,

        @Parameter(name = "cursor", description = "nextCursor of the page before") @QueryParam("cursor") @Nullable
        String cursor) {
    /** The most items that one page has. */
    public static final int MAX_LIMIT = 200;

    private static final int DEFAULT_LIMIT = 50;

    /** Refuses limits that are no number (400) or out of range (422). */
    public PageRequest {
        int limit = number(limitText);
        if (limit < 1 || limit > MAX_LIMIT) {
            throw ProblemException.of(
                    List.of(new Violation("limit", "out-of-range", "must be between 1 and " + MAX_LIMIT)));
        }
    }

    /** How many items the page may have. */
    public int limit() {
        return number(limitText);
    }

    /** How many rows to read: one more than the page has, which tells whether there is a next one. */
    public int fetch() {
        return limit() + 1;
    }

    private static int number(@Nullable String text) {
        try {
            return text == null ? DEFAULT_LIMIT : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new ProblemException(ProblemType.MALFORMED_REQUEST, "The parameter limit must be a number.");
        }
    }
}
