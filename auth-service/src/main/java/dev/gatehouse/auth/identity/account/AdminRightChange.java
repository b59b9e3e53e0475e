package dev.gatehouse.auth.identity.account;

import dev.gatehouse.contracts.event.Change;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The admin right as it is to be. */
public final class AdminRightChange {
    private final String reason;

    @Nullable
    private final Instant until;

    private final Supplier<Uni<Optional<String>>> reasonBefore;

    /**
     * The change; nothing is read yet.
     *
     * @param until when it ends by itself; absent without an end, and for a withdrawal
     * @param reasonBefore reads why the account has the right now; called while the account is locked
     */
    public AdminRightChange(String reason, @Nullable Instant until, Supplier<Uni<Optional<String>>> reasonBefore) {
        this.reason = reason;
        this.until = until;
        this.reasonBefore = reasonBefore;
    }

    String reason() {
        return reason;
    }

    @Nullable
    Instant until() {
        return until;
    }

    /** What differs from the right that the locked account has. */
    Uni<List<Change>> changes(AccountRow row, boolean granted) {
        return reasonBefore.get().map(before -> new Changes()
                .note("admin", row.admin, granted)
                .note("expiresAt", row.adminUntil, until)
                .note("reason", before.orElse(null), granted ? reason : null)
                .list());
    }
}
