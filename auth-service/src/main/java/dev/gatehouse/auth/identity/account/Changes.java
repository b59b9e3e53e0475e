package dev.gatehouse.auth.identity.account;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.gatehouse.contracts.event.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects what an event says about a change: the fields that differ, before and after. */
final class Changes {
    private final List<Change> list = new ArrayList<>();

    /** Adds the field if it differs; the values are written as their text. */
    @CanIgnoreReturnValue
    Changes note(String field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            list.add(new Change(field, text(before), text(after)));
        }
        return this;
    }

    /** Adds a personal field if it differs, without its values: events stay when the account is erased. */
    @CanIgnoreReturnValue
    Changes notePersonal(String field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            list.add(new Change(field, Change.REDACTED, Change.REDACTED));
        }
        return this;
    }

    List<Change> list() {
        return List.copyOf(list);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
