package dev.gatehouse.chassis.http.etag;

import dev.gatehouse.chassis.http.problem.ProblemException;
import dev.gatehouse.contracts.problem.ProblemType;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Entity tags that are the version of a row, so that no client overwrites what it has not read (RFC 9110, 13.1.1). */
public final class Etags {
    private static final Pattern STRONG = Pattern.compile("\"(0|[1-9][0-9]{0,17})\"");

    private Etags() {}

    /** The value of the {@code ETag} header. */
    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * The version that the client saw, from its {@code If-Match} header: 428 without one (or with {@code *}, which
     * names no version), 412 with one that no row ever had.
     */
    public static long expected(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            throw new ProblemException(
                    ProblemType.PRECONDITION_REQUIRED, "Send the ETag that you read in an If-Match header.");
        }
        Matcher tag = STRONG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw stale();
        }
        return Long.parseLong(tag.group(1));
    }

    /** 412 unless the row still has the version that the client saw. */
    public static void require(long expected, long actual) {
        if (expected != actual) {
            throw stale();
        }
    }

    private static ProblemException stale() {
        return new ProblemException(
                ProblemType.PRECONDITION_FAILED, "It was changed since you read it: read it again first.");
    }
}
