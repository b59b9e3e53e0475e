package dev.gatehouse.notification.preference;

import dev.gatehouse.chassis.http.problem.Violation;
import java.util.List;

/** How a change of preferences or defaults ended. */
sealed interface PreferenceOutcome<T> {
    /** What holds now, with the version that the next change must name. */
    record Current<T>(T value, long version) implements PreferenceOutcome<T> {}

    /** Somebody else was faster. */
    record Stale<T>() implements PreferenceOutcome<T> {}

    /** It breaks rules. */
    record Refused<T>(List<Violation> violations) implements PreferenceOutcome<T> {}
}
