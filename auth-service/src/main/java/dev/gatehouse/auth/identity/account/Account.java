package dev.gatehouse.auth.identity.account;

import dev.gatehouse.contracts.event.Actor;
import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.identity.AccountStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account as it was when it was read.
 *
 * @param email as its owner writes it; a placeholder under {@code .invalid} once erased
 * @param locale BCP 47
 * @param timeZone IANA name
 * @param passwordChangedAt since when it has its present password; absent when it has none
 * @param version grows with every change that others are told of, and is the entity tag
 */
public record Account(
        UUID id,
        AccountKind kind,
        String email,
        String displayName,
        String locale,
        String timeZone,
        boolean admin,
        AccountStatus status,
        Instant createdAt,
        @Nullable Instant lastLoginAt,
        @Nullable Instant passwordChangedAt,
        long version) {
    /** Its owner as the actor of an event. */
    public Actor owner() {
        return switch (kind) {
            case AGENT -> Actor.agent(id);
            case USER -> Actor.user(id);
        };
    }

    /** Without what is personal, fit for a log. */
    @Override
    public String toString() {
        return "Account[id=" + id + ", kind=" + kind + ", status=" + status + "]";
    }
}
