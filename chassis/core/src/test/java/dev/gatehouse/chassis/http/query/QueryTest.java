package dev.gatehouse.chassis.http.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatehouse.chassis.http.problem.ProblemException;
import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.problem.ProblemType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTest {
    private static final Map<String, Form> FORMS = Map.of(
            "uuid", query -> query.uuid("x"),
            "oneOf", query -> query.oneOf("x", AccountKind.class),
            "flag", query -> query.flag("x"),
            "instant", query -> query.instant("x"),
            "ip", query -> query.ip("x"),
            "cidr", query -> query.cidr("x"),
            "text", query -> query.text("x", 5),
            "number", query -> query.number("x", 1, 200));

    @ParameterizedTest
    @CsvSource({
        "uuid, 0190A1B2-c3d4-7e5f-8a6b-7c8d9e0f1a2b, 0190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b",
        "oneOf, agent, agent",
        "flag, true, true",
        "flag, false, false",
        "instant, 2026-11-01T10:30:00+02:00, 2026-11-01T08:30:00Z",
        "ip, ::ffff:203.0.113.7, 203.0.113.7",
        "cidr, 203.0.113.0/24, 203.0.113.0/24",
        "text, 100%_, 100%_",
        "number, 200, 200",
    })
    void readsEachForm(String form, String text, String value) {
        assertEquals(Optional.of(value), form(form).read(sent(text)).map(Object::toString));
    }

    @ParameterizedTest
    @CsvSource({
        "uuid, 1-1-1-1-1",
        "uuid, 0190a1b2c3d47e5f8a6b7c8d9e0f1a2b",
        "uuid, ''",
        "oneOf, AGENT",
        "oneOf, ''",
        "flag, TRUE",
        "flag, 1",
        "instant, 2026-11-01",
        "instant, yesterday",
        "ip, 203.0.113.0/24",
        "cidr, 203.0.113.7.0/24",
        "number, 1.5",
        "number, ''",
    })
    void answers400ToWhatCannotBeParsed(String form, String text) {
        assertEquals(ProblemType.MALFORMED_REQUEST, refusal(form, sent(text)));
    }

    /** T12: a bound includes its own edge, and what lies beyond it is a range error, not a syntax error. */
    @ParameterizedTest
    @CsvSource({
        "instant, 1970-01-01T00:00:00Z, 1970-01-01T00:00:00Z",
        "instant, 9998-12-31T23:59:59.999Z, 9998-12-31T23:59:59.999Z",
        "number, 1, 1",
        "number, 200, 200"
    })
    void t12IncludesTheEdgesOfARange(String form, String text, String value) {
        assertEquals(Optional.of(value), form(form).read(sent(text)).map(Object::toString));
    }

    @ParameterizedTest
    @CsvSource({
        "instant, 1969-12-31T23:59:59.999Z",
        "instant, 9999-01-01T00:00:00Z",
        "number, 2147483648",
        "number, -99999999999"
    })
    void t12SaysThatAValueIsOutOfRange(String form, String text) {
        assertEquals(ProblemType.VALIDATION_FAILED, refusal(form, sent(text)));
    }

    @ParameterizedTest
    @CsvSource({"instant, 1026-11-01T00:00:00Z", "text, 123456", "number, 0", "number, 201"})
    void answers422ToWhatBreaksARule(String form, String text) {
        assertEquals(ProblemType.VALIDATION_FAILED, refusal(form, sent(text)));
    }

    @Test
    void answers422ToAParameterSentTwice() {
        FORMS.keySet()
                .forEach(form -> assertEquals(
                        ProblemType.VALIDATION_FAILED, refusal(form, Query.of(Map.of("x", List.of("a", "b")))), form));
    }

    @Test
    void isEmptyForWhatWasNotSent() {
        FORMS.forEach((name, form) -> assertEquals(Optional.empty(), form.read(Query.of(Map.of())), name));
        assertEquals(Optional.empty(), sent(" ").text("x", 5));
    }

    @Test
    void answers400ToAParameterThatIsNotKnown() {
        ProblemException refused =
                assertThrows(ProblemException.class, () -> sent("1").requireKnown(Set.of("y")));

        assertEquals(ProblemType.UNKNOWN_PROPERTY, refused.type());
    }

    private static Form form(String name) {
        return Objects.requireNonNull(FORMS.get(name), name);
    }

    private static Query sent(String text) {
        return Query.of(Map.of("x", List.of(text)));
    }

    private static ProblemType refusal(String form, Query query) {
        return assertThrows(
                        ProblemException.class,
                        () -> assertEquals(Optional.empty(), form(form).read(query)))
                .type();
    }

    @FunctionalInterface
    private interface Form {
        Optional<?> read(Query query);
    }
}
