package dev.gatehouse.chassis.http.paging;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.gatehouse.chassis.http.query.Query;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for; a {@code @BeanParam} of every list.
 *
 * @param limitText as it was sent: an unreadable number is answered with 400, not with 404
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

    /** Answers 400 for a limit that is no number, and 422 for one that is out of range. */
    public PageRequest {
        limit(limitText);
    }

    /** How many items the page may have. */
    public int limit() {
        return limit(limitText);
    }

    /** How many rows to read: one more than the page has, which shows whether there is a next one. */
    public int fetch() {
        return limit() + 1;
    }

    @CanIgnoreReturnValue
    private static int limit(@Nullable String text) {
        return text == null
                ? DEFAULT_LIMIT
                : Query.of(Map.of("limit", List.of(text)))
                        .number("limit", 1, MAX_LIMIT)
                        .orElse(DEFAULT_LIMIT);
    }
}
