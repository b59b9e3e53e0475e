package dev.gatehouse.auth.identity.adminright;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is wished for an account. */
sealed interface AdminRightWish {
    /** That it has the right, until then or without an end. */
    record Grant(String reason, @Nullable Instant expiresAt) implements AdminRightWish {}

    /** That it has it no longer. */
    record Withdraw(String reason) implements AdminRightWish {}
}
