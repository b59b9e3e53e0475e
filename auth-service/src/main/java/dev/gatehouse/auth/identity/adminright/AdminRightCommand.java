package dev.gatehouse.auth.identity.adminright;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A change to the admin right of an account. */
sealed interface AdminRightCommand {
    /** Grants it until then, or without an end. */
    record Grant(String reason, @Nullable Instant expiresAt) implements AdminRightCommand {}

    /** Withdraws it. */
    record Withdraw(String reason) implements AdminRightCommand {}
}
