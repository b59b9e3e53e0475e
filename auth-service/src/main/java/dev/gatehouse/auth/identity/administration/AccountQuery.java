package dev.gatehouse.auth.identity.administration;

import dev.gatehouse.auth.identity.account.Accounts;
import dev.gatehouse.chassis.http.problem.ProblemException;
import dev.gatehouse.chassis.http.problem.Violation;
import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.identity.AccountStatus;
import dev.gatehouse.contracts.problem.ProblemType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Query parameters of the account search, as they were sent. */
record AccountQuery(
        @Nullable String kind,
        @Nullable String admin,
        @Nullable String status,
        @Nullable String q) {
    private static final int MAX_TEXT = 254;

    /** What the parameters mean; 400 for what is no value of its parameter. */
    Accounts.Filter filter() {
        return new Accounts.Filter(
                choice("kind", kind, AccountKind.values()),
                flag(admin),
                choice("status", status, AccountStatus.values()),
                text(q));
    }

    private static <E extends Enum<E>> @Nullable E choice(String name, @Nullable String text, E[] values) {
        if (text == null) {
            return null;
        }
        return Arrays.stream(values)
                .filter(value -> value.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> unreadable(name));
    }

    private static @Nullable Boolean flag(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return switch (text) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw unreadable("admin");
        };
    }

    private static @Nullable String text(@Nullable String q) {
        if (q != null && q.length() > MAX_TEXT) {
            throw ProblemException.of(
                    List.of(new Violation("q", "too-long", "must have at most " + MAX_TEXT + " characters")));
        }
        return q == null || q.isEmpty() ? null : q;
    }

    private static ProblemException unreadable(String name) {
        return new ProblemException(
                ProblemType.MALFORMED_REQUEST, "The parameter " + name + " has a value that is not known here.");
    }
}
