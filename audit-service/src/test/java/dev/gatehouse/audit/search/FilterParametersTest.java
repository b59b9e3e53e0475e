package dev.gatehouse.audit.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatehouse.audit.searchindex.EventFilter;
import dev.gatehouse.chassis.http.problem.ProblemException;
import dev.gatehouse.chassis.http.query.Query;
import dev.gatehouse.contracts.problem.ProblemType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterParametersTest {
    @ParameterizedTest
    @CsvSource({
        "from, 2026-11-01T08:30:00Z, from=2026-11-01T08:30:00Z",
        "to, 2026-11-01T10:30:00+02:00, to=2026-11-01T08:30:00Z",
        "type, refresh-token.reused, type=refresh-token.reused",
        "type, moon.risen, type=moon.risen",
        "actorId, 0190A1B2-c3d4-7e5f-8a6b-7c8d9e0f1a2b, actorId=0190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b",
        "outcome, failure, outcome=failure",
        "ip, 2001:DB8:0::1, ip=2001:db8::1",
        "ip, ::ffff:203.0.113.7, ip=203.0.113.7",
        "hostname, *.Example.com, hostname=*.example.com",
        "q, 100%_', q=100%_'",
        "q, '', ''",
    })
    void readsEachParameter(String name, String value, String canonical) {
        EventFilter filter = FilterParameters.read(Query.of(Map.of(name, List.of(value))));

        assertEquals(canonical, filter.canonical());
    }

    @ParameterizedTest
    @CsvSource({
        "from, yesterday",
        "from, 2026-11-01",
        "from, ''",
        "actorId, ''",
        "to, 2026-13-01T00:00:00Z",
        "type, Login.Failed",
        "type, login failed",
        "type, %",
        "actorId, 1",
        "actorId, 1-1-1-1-1",
        "accountId, x",
        "sessionId, 0190a1b2c3d47e5f8a6b7c8d9e0f1a2b",
        "outcome, SUCCESS",
        "outcome, maybe",
        "ip, 127.1",
        "ip, 203.0.113.0/24",
        "ip, host.example.com",
        "hostname, *",
        "hostname, a%b",
    })
    void refusesEachParameterThatCannotBeParsed(String name, String value) {
        ProblemException refused = assertThrows(
                ProblemException.class, () -> unused(FilterParameters.read(Query.of(Map.of(name, List.of(value))))));

        assertEquals(ProblemType.MALFORMED_REQUEST, refused.type());
    }

    @Test
    void refusesAnEmptySpanOfTime() {
        Map<String, List<String>> span =
                Map.of("from", List.of("2026-11-01T08:30:00Z"), "to", List.of("2026-11-01T08:30:00Z"));

        ProblemException refused =
                assertThrows(ProblemException.class, () -> unused(FilterParameters.read(Query.of(span))));

        assertEquals(ProblemType.VALIDATION_FAILED, refused.type());
    }

    @Test
    void refusesATimeThatFitsNoColumn() {
        Map<String, List<String>> past = Map.of("from", List.of("1026-11-01T00:00:00Z"));

        ProblemException refused =
                assertThrows(ProblemException.class, () -> unused(FilterParameters.read(Query.of(past))));

        assertEquals(ProblemType.VALIDATION_FAILED, refused.type());
    }

    @Test
    void refusesAParameterGivenTwice() {
        Map<String, List<String>> twice = Map.of("type", List.of("login.failed", "login.succeeded"));

        ProblemException refused =
                assertThrows(ProblemException.class, () -> unused(FilterParameters.read(Query.of(twice))));

        assertEquals(ProblemType.VALIDATION_FAILED, refused.type());
    }

    @Test
    void refusesAParameterItDoesNotKnow() {
        Map<String, List<String>> misspelt = Map.of("acountId", List.of("0190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b"));

        ProblemException refused =
                assertThrows(ProblemException.class, () -> unused(FilterParameters.read(Query.of(misspelt))));

        assertEquals(ProblemType.UNKNOWN_PROPERTY, refused.type());
    }

    @Test
    void refusesATextThatIsTooLong() {
        Map<String, List<String>> text = Map.of("q", List.of("x".repeat(201)));

        ProblemException refused =
                assertThrows(ProblemException.class, () -> unused(FilterParameters.read(Query.of(text))));

        assertEquals(ProblemType.VALIDATION_FAILED, refused.type());
    }

    private static void unused(EventFilter filter) {
        assertEquals("", filter.canonical(), "Nothing of this should have been read");
    }
}
