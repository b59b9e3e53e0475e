package dev.gatehouse.audit.search;

import dev.gatehouse.audit.address.HostnamePattern;
import dev.gatehouse.audit.searchindex.EventFilter;
import dev.gatehouse.chassis.http.problem.ProblemException;
import dev.gatehouse.chassis.http.problem.Violations;
import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.contracts.event.Outcome;
import dev.gatehouse.contracts.problem.ProblemType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the query parameters of a search; every broken one is told at once, and none is ever ignored. */
final class FilterReading {
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
    private static final Pattern TYPE = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");
    private static final int LONGEST_TYPE = 100;
    private static final int LONGEST_TEXT = 200;

    private final Map<String, List<String>> parameters;
    private final Violations violations = new Violations();

    private FilterReading(Map<String, List<String>> parameters) {
        this.parameters = parameters;
    }

    /**
     * The filter that these query parameters mean; an empty value is the same as none.
     *
     * @throws ProblemException 400 for a parameter that is not known, 422 for values that break a rule
     */
    static EventFilter read(Map<String, List<String>> parameters) {
        requireKnown(parameters.keySet());
        return new FilterReading(parameters).filter();
    }

    private static void requireKnown(Set<String> names) {
        names.stream().filter(name -> !PARAMETERS.contains(name)).findFirst().ifPresent(unknown -> {
            throw new ProblemException(
                    ProblemType.UNKNOWN_PROPERTY, "Known parameters are " + String.join(", ", known()) + ".");
        });
    }

    private static List<String> known() {
        return PARAMETERS.stream().sorted().toList();
    }

    private EventFilter filter() {
        PARAMETERS.forEach(this::requireOnce);
        EventFilter filter = new EventFilter(
                value("from", FilterReading::time, "must be a time such as 2026-11-01T08:30:00Z"),
                value("to", FilterReading::time, "must be a time such as 2026-11-01T08:30:00Z"),
                value("type", FilterReading::type, "must be an event type such as login.failed"),
                value("actorId", FilterReading::id, "must be a UUID"),
                value("accountId", FilterReading::id, "must be a UUID"),
                value("outcome", FilterReading::outcome, "must be success or failure"),
                value("ip", FilterReading::ip, "must be an IPv4 or IPv6 address"),
                value("hostname", HostnamePattern::parse, "must be a host name, or *. and a domain"),
                value("sessionId", FilterReading::id, "must be a UUID"),
                value("q", FilterReading::text, "must have at most " + LONGEST_TEXT + " characters"));
        requireOrder(filter.from(), filter.to());
        violations.throwIfAny();
        return filter;
    }

    private void requireOnce(String name) {
        violations.require(
                parameters.getOrDefault(name, List.of()).size() <= 1, name, "repeated", "must be given once");
    }

    private void requireOrder(@Nullable Instant from, @Nullable Instant to) {
        violations.require(
                from == null || to == null || from.isBefore(to), "to", "not-after-from", "must be after from");
    }

    private <T> @Nullable T value(String name, Function<String, Optional<T>> reading, String rule) {
        Optional<String> given = given(name);
        Optional<T> value = given.flatMap(reading);
        violations.require(given.isEmpty() || value.isPresent(), name, "invalid", rule);
        return value.orElse(null);
    }

    private Optional<String> given(String name) {
        return Stream.ofNullable(parameters.get(name))
                .flatMap(List::stream)
                .findFirst()
                .filter(text -> !text.isBlank());
    }

    private static Optional<Instant> time(String text) {
        try {
            Instant time = OffsetDateTime.parse(text).toInstant();
            return Optional.of(time).filter(FilterReading::fitsColumn);
        } catch (DateTimeException invalid) {
            return Optional.empty();
        }
    }

    private static boolean fitsColumn(Instant time) {
        return time.isAfter(Instant.EPOCH) && time.isBefore(Instant.parse("9999-01-01T00:00:00Z"));
    }

    private static Optional<String> type(String text) {
        return Optional.of(text).filter(type -> type.length() <= LONGEST_TYPE).filter(type -> TYPE.matcher(type)
                .matches());
    }

    private static Optional<UUID> id(String text) {
        try {
            UUID id = UUID.fromString(text);
            return Optional.of(id).filter(exact -> exact.toString().equalsIgnoreCase(text));
        } catch (IllegalArgumentException invalid) {
            return Optional.empty();
        }
    }

    private static Optional<String> outcome(String text) {
        return Stream.of(Outcome.values())
                .map(Outcome::toString)
                .filter(text::equals)
                .findFirst();
    }

    private static Optional<String> ip(String text) {
        return IpAddress.parse(text).map(IpAddress::canonical);
    }

    private static Optional<String> text(String text) {
        return Optional.of(text).filter(literal -> literal.length() <= LONGEST_TEXT);
    }
}
