package dev.gatehouse.contracts.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code password-change.required}: An account gets no session before it has a new password.
 *
 * @param note the reason that an administrator gave; only for {@link PasswordChangeReason#BY_ADMIN}
 * @param deniedIp from where the denied login came; only for {@link PasswordChangeReason#LOGIN_DENIED}
 * @param deniedUserAgent the user agent of that login, as sent
 */
public record PasswordChangeRequired(
        PasswordChangeReason why,
        int sessionsEnded,
        @Nullable String note,
        @Nullable String deniedIp,
        @Nullable String deniedUserAgent,
        List<Change> changes)
        implements EventData {
    /** Copies. */
    public PasswordChangeRequired {
        changes = List.copyOf(changes);
    }
}
