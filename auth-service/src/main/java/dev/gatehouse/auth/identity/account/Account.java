package dev.gatehouse.auth.identity.account;

import dev.gatehouse.contracts.event.Actor;
import dev.gatehouse.contracts.event.PasswordChangeReason;
import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.identity.AccountStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account as read from the database.
 *
 * @param email as entered; a placeholder under {@code .invalid} once erased
 * @param locale BCP 47
 * @param timeZone IANA name
 * @param adminUntil when the admin right ends by itself; absent without an end, and without the right
 * @param passwordChangedAt when its current password was set; absent without a password
 * @param passwordChange why it must have a new password before it gets another session; absent when it need not
 * @param invitationMail what became of the mail that invites its owner; absent unless it is invited
 * @param version grows with every published change; also the entity tag
 */
public record Account(
        UUID id,
        AccountKind kind,
        String email,
        String displayName,
        String locale,
        String timeZone,
        boolean admin,
        @Nullable Instant adminUntil,
        AccountStatus status,
        Instant createdAt,
        @Nullable Instant lastLoginAt,
        @Nullable Instant passwordChangedAt,
        @Nullable PasswordChangeReason passwordChange,
        @Nullable InvitationState invitationMail,
        long version) {
    /** The account's owner as the actor of an event. */
    public Actor owner() {
        return switch (kind) {
            case AGENT -> Actor.agent(id);
            case USER -> Actor.user(id);
        };
    }

    /** Without personal data, so that it can be logged. */
    @Override
    public String toString() {
        return "Account[id=" + id + ", kind=" + kind + ", status=" + status + "]";
    }

    /** What became of the mail that invites the owner of an account. */
    public enum InvitationState {
        /** It is about to be sent. */
        QUEUED("queued"),
        /** The mail server took it. */
        SENT("sent"),
        /** It could not be sent: nobody can accept the invitation. */
        FAILED("failed");

        private final String wireName;

        InvitationState(String wireName) {
            this.wireName = wireName;
        }

        /** The name in JSON. */
        @Override
        public String toString() {
            return wireName;
        }
    }
}
