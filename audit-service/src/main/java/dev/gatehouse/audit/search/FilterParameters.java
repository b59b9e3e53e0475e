package dev.gatehouse.audit.search;

import dev.gatehouse.audit.address.HostnamePattern;
import dev.gatehouse.audit.searchindex.EventFilter;
import dev.gatehouse.chassis.http.problem.ProblemException;
import dev.gatehouse.chassis.http.problem.Violation;
import dev.gatehouse.chassis.http.query.Query;
import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.contracts.event.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the query parameters of a search. No parameter is ignored. */
final class FilterParameters {
    private static final Set<String> PARAMETERS = Set.of(
            "from",
            "to",
            "type",
            "actorId",
            "accountId",
            "outcome",
            "ip",
            "hostname",
            "sessionId",
            "q",
            "limit",
            "cursor");
    private static final Pattern TYPE = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*+");
    private static final int LONGEST_TYPE = 100;
    private static final int LONGEST_TEXT = 200;

    private FilterParameters() {}

    /** The filter that these query parameters mean; see {@link Query} for the answers to broken ones. */
    static EventFilter read(Query query) {
        query.requireKnown(PARAMETERS);
        EventFilter filter = new EventFilter(
                query.instant("from").orElse(null),
                query.instant("to").orElse(null),
                query.read("type", "an event type such as login.failed", FilterParameters::type)
                        .orElse(null),
                query.uuid("actorId").orElse(null),
                query.uuid("accountId").orElse(null),
                query.oneOf("outcome", Outcome.class).map(Outcome::toString).orElse(null),
                query.ip("ip").map(IpAddress::canonical).orElse(null),
                query.read("hostname", "a host name, or *. and a domain", HostnamePattern::parse)
                        .orElse(null),
                query.uuid("sessionId").orElse(null),
                query.text("q", LONGEST_TEXT).orElse(null));
        requireOrder(filter.from(), filter.to());
        return filter;
    }

    private static void requireOrder(@Nullable Instant from, @Nullable Instant to) {
        if (from != null && to != null && !from.isBefore(to)) {
            throw ProblemException.of(List.of(new Violation("to", "not-after-from", "must be after from")));
        }
    }

    private static Optional<String> type(String text) {
        return Optional.of(text).filter(type -> type.length() <= LONGEST_TYPE).filter(type -> TYPE.matcher(type)
                .matches());
    }
}
