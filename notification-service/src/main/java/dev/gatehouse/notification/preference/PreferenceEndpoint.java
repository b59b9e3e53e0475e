package dev.gatehouse.notification.preference;

import dev.gatehouse.chassis.http.etag.Etags;
import dev.gatehouse.chassis.http.problem.ProblemException;
import dev.gatehouse.chassis.http.problem.Problems;
import dev.gatehouse.chassis.http.problem.Violations;
import dev.gatehouse.contracts.problem.ProblemType;
import dev.gatehouse.notification.template.NotificationKind;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What both doors of this room have in common: reading bodies and answering. */
abstract class PreferenceEndpoint {
    static <T> Response answer(PreferenceOutcome<T> outcome) {
        return switch (outcome) {
            case PreferenceOutcome.Current<T>(T value, long version) ->
                Response.ok(value).header(HttpHeaders.ETAG, Etags.of(version)).build();
            case PreferenceOutcome.Stale<T> stale ->
                Problems.of(ProblemType.PRECONDITION_FAILED, "It was changed since you read it: read it again first.");
            case PreferenceOutcome.Refused<T> refused -> Problems.of(refused.violations());
        };
    }

    /** The body by kind; a name that is no kind is a property that is not known. */
    static <T extends @Nullable Object> Map<NotificationKind, T> kinds(Map<String, T> body) {
        Map<NotificationKind, T> kinds = new EnumMap<>(NotificationKind.class);
        body.forEach((name, value) ->
                kinds.put(NotificationKind.named(name).orElseThrow(PreferenceEndpoint::unknown), value));
        return kinds;
    }

    /** The value, or a violation and {@code false}. */
    static boolean required(@Nullable Boolean value, String field, Violations violations) {
        violations.require(value != null, field, "required", "must be there");
        return Boolean.TRUE.equals(value);
    }

    private static ProblemException unknown() {
        return new ProblemException(
                ProblemType.UNKNOWN_PROPERTY, "The body has a kind of notification that is not known here.");
    }
}
