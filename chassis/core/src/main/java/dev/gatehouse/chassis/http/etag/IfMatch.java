package dev.gatehouse.chassis.http.etag;

import dev.gatehouse.chassis.http.problem.ProblemException;
import dev.gatehouse.contracts.problem.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The versions of a thing that a client may change, from its {@code If-Match} header: a list of entity tags, of which
 * one must fit (RFC 9110, section 13.1.1).
 *
 * <p>Tags are compared strongly. A weak tag, or one that is none of ours, was changed on the way to the client, which
 * no new reading mends; so the answer says that.
 */
public final class IfMatch {
    private static final int MOST_TAGS = 32;
    private static final int LONGEST_VERSION = 18;
    private static final String WEAK = "W/";

    private final Set<Long> versions;

    private IfMatch(Set<Long> versions) {
        this.versions = Set.copyOf(versions);
    }

    /** The precondition that only this version meets. */
    public static IfMatch version(long version) {
        return new IfMatch(Set.of(version));
    }

    /**
     * Reads the header: 428 without one (or with {@code *}, which names no version), 400 when it is no list of entity
     * tags, 412 when none of its tags can be of this service.
     */
    public static IfMatch read(@Nullable String header) {
        if (header == null || header.isBlank() || header.strip().equals("*")) {
            throw new ProblemException(
                    ProblemType.PRECONDITION_REQUIRED, "Send the ETag that you read in an If-Match header.");
        }
        List<String> tags = tags(header);
        Set<Long> versions =
                tags.stream().flatMap(tag -> versionOf(tag).stream()).collect(Collectors.toUnmodifiableSet());
        if (versions.isEmpty()) {
            throw new ProblemException(ProblemType.PRECONDITION_FAILED, reason(tags));
        }
        return new IfMatch(versions);
    }

    /** Whether a thing of this version may be changed. */
    public boolean matches(long version) {
        return versions.contains(version);
    }

    private static String reason(List<String> tags) {
        return tags.stream().allMatch(tag -> tag.startsWith(WEAK))
                ? "Only weak entity tags were sent. A proxy that compresses answers makes them of strong ones: send the"
                        + " tag without W/, or turn compression off for this path."
                : "None of these entity tags is one of this service: something on the way has changed it.";
    }

    /** One reading, character by character. */
    private static List<String> tags(String header) {
        List<String> tags = new ArrayList<>();
        int at = skip(header, 0, " \t,");
        while (at < header.length()) {
            int quote = header.startsWith(WEAK, at) ? at + WEAK.length() : at;
            int end = header.startsWith("\"", quote) ? header.indexOf('"', quote + 1) : -1;
            int separator = end < 0 ? -1 : skip(header, end + 1, " \t");
            boolean separated = separator == header.length() || header.startsWith(",", separator);
            if (separator < 0 || !separated || tags.size() == MOST_TAGS) {
                throw new ProblemException(
                        ProblemType.MALFORMED_REQUEST,
                        "If-Match must be entity tags in quotes, such as \"7\", separated by commas.");
            }
            tags.add(header.substring(at, end + 1));
            at = skip(header, separator, " \t,");
        }
        return tags;
    }

    private static int skip(String header, int from, String characters) {
        int at = from;
        while (at < header.length() && characters.indexOf(header.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static Optional<Long> versionOf(String tag) {
        String digits = tag.startsWith(WEAK) ? "" : tag.substring(1, tag.length() - 1);
        boolean isNumber = !digits.isEmpty()
                && digits.length() <= LONGEST_VERSION
                && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                && (digits.length() == 1 || digits.charAt(0) != '0');
        return isNumber ? Optional.of(Long.parseLong(digits)) : Optional.empty();
    }
}
