package dev.gatehouse.notification.preference;

import dev.gatehouse.chassis.http.problem.Violation;
import java.util.List;

/** The outcome of a change of preferences or defaults. */
sealed interface PreferenceOutcome<T> {
    /** The value now, with the version that the next change must name. */
    record Current<T>(T value, long version) implements PreferenceOutcome<T> {}

    /** It was changed since the caller read it. */
    record Stale<T>() implements PreferenceOutcome<T> {}

    /** The change breaks rules. */
    record Refused<T>(List<Violation> violations) implements PreferenceOutcome<T> {}
}
