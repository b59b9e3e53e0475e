package dev.gatehouse.chassis.http.query;

import dev.gatehouse.chassis.http.json.Milliseconds;
import dev.gatehouse.chassis.http.problem.ProblemException;
import dev.gatehouse.chassis.http.problem.Violation;
import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.chassis.security.clientaddress.IpNetwork;
import dev.gatehouse.contracts.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Reads the query parameters of the current request. Usable within a request only.
 *
 * <p>Every method is empty when the parameter was not sent, answers 400 when its value cannot be parsed, and 422 when
 * the value breaks a rule or the parameter was sent more than once.
 */
@ApplicationScoped
public class Query {
    private static final int LONGEST_NUMBER = 18;

    private final Supplier<Map<String, List<String>>> parameters;

    @Inject
    Query(UriInfo target) {
        this(target::getQueryParameters);
    }

    private Query(Supplier<Map<String, List<String>>> parameters) {
        this.parameters = parameters;
    }

    /** A reader of these parameters. */
    public static Query of(Map<String, List<String>> parameters) {
        return new Query(() -> parameters);
    }

    /** An id in its canonical form of 36 characters. */
    public Optional<UUID> uuid(String name) {
        return read(name, "a UUID", Query::parseUuid);
    }

    /** A constant of the enum by its wire name, which is its {@code toString()}. */
    public <E extends Enum<E>> Optional<E> oneOf(String name, Class<E> type) {
        List<E> values = List.of(type.getEnumConstants());
        String names = values.stream().map(Enum::toString).collect(Collectors.joining(", "));
        return read(name, "one of " + names, text -> values.stream()
                .filter(value -> value.toString().equals(text))
                .findFirst());
    }

    /** {@code true} or {@code false}. */
    public Optional<Boolean> flag(String name) {
        return read(name, "true or false", text -> switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    /** A time with an offset (RFC 3339) that fits a database column. */
    public Optional<Instant> instant(String name) {
        Optional<Instant> time = read(name, "a time such as 2026-11-01T08:30:00Z", Query::parseInstant);
        time.ifPresent(value ->
                require(Milliseconds.cover(value), name, "out-of-range", "must be between the years 1970 and 9998"));
        return time;
    }

    /** An IPv4 or IPv6 address in any notation. */
    public Optional<IpAddress> ip(String name) {
        return read(name, "an IPv4 or IPv6 address", IpAddress::parse);
    }

    /** A network in CIDR notation. */
    public Optional<IpNetwork> cidr(String name) {
        return read(name, "a network such as 203.0.113.0/24", IpNetwork::parse);
    }

    /** Text of at most this many characters; blank text counts as not sent. */
    public Optional<String> text(String name, int maxLength) {
        Optional<String> text = value(name).filter(value -> !value.isBlank());
        text.ifPresent(value -> require(
                value.length() <= maxLength, name, "too-long", "must have at most " + maxLength + " characters"));
        return text;
    }

    /** A whole number within these bounds, both included. */
    public Optional<Integer> number(String name, int min, int max) {
        Optional<Long> number = read(name, "a number", Query::parseNumber);
        number.ifPresent(value ->
                require(value >= min && value <= max, name, "out-of-range", "must be between " + min + " and " + max));
        return number.map(Long::intValue);
    }

    /**
     * A value of a form of one's own.
     *
     * @param form completes "The parameter x must be …"
     * @param parser empty for a text that cannot be parsed
     */
    public <T> Optional<T> read(String name, String form, Function<String, Optional<T>> parser) {
        Optional<String> sent = value(name);
        Optional<T> value = sent.flatMap(parser);
        if (sent.isPresent() && value.isEmpty()) {
            throw new ProblemException(
                    ProblemType.MALFORMED_REQUEST, "The parameter " + name + " must be " + form + ".");
        }
        return value;
    }

    /**
     * Answers 400 {@code unknown-property} for a parameter that is none of these, and 422 for one of them sent twice.
     */
    public void requireKnown(Set<String> names) {
        Map<String, List<String>> sent = parameters.get();
        if (!names.containsAll(sent.keySet())) {
            throw new ProblemException(
                    ProblemType.UNKNOWN_PROPERTY,
                    "Known parameters are " + names.stream().sorted().collect(Collectors.joining(", ")) + ".");
        }
        sent.keySet().forEach(this::requireOnce);
    }

    private Optional<String> value(String name) {
        requireOnce(name);
        return sent(name).stream().findFirst();
    }

    private void requireOnce(String name) {
        require(sent(name).size() <= 1, name, "repeated", "must be given once");
    }

    private List<String> sent(String name) {
        List<String> values = parameters.get().get(name);
        return values == null ? List.of() : values;
    }

    private static void require(boolean kept, String name, String code, String message) {
        if (!kept) {
            throw ProblemException.of(List.of(new Violation(name, code, message)));
        }
    }

    private static Optional<UUID> parseUuid(String text) {
        try {
            return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equalsIgnoreCase(text));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> parseInstant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** A number that is too long for any bounds is out of range, and still a number. */
    private static Optional<Long> parseNumber(String text) {
        boolean negative = text.startsWith("-");
        String digits = negative ? text.substring(1) : text;
        if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        long size = digits.length() > LONGEST_NUMBER ? Long.MAX_VALUE : Long.parseLong(digits);
        return Optional.of(negative ? -size : size);
    }
}
