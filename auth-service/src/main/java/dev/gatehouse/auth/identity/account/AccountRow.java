package dev.gatehouse.auth.identity.account;

import dev.gatehouse.contracts.event.PasswordChangeReason;
import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.identity.AccountStatus;
import dev.gatehouse.contracts.state.AccountState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** An account. It is changed only while its row is locked, so the version needs no optimistic check. */
@Entity
@DynamicUpdate
@Table(name = "account")
class AccountRow {
    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    AccountKind kind;

    String email;

    @Column(name = "email_key")
    String emailKey;

    @Column(name = "display_name")
    String displayName;

    String locale;

    @Column(name = "time_zone")
    String timeZone;

    boolean admin;

    /** When the admin right ends by itself. */
    @Column(name = "admin_until")
    @Nullable
    Instant adminUntil;

    @Enumerated(EnumType.STRING)
    AccountStatus status;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "last_login_at")
    @Nullable
    Instant lastLoginAt;

    @Column(name = "password_changed_at")
    @Nullable
    Instant passwordChangedAt;

    /** Why it must have a new password before it gets another session; absent when it need not. */
    @Enumerated(EnumType.STRING)
    @Column(name = "password_change")
    @Nullable
    PasswordChangeReason passwordChange;

    /** Only while the account is invited. */
    @Enumerated(EnumType.STRING)
    @Column(name = "invitation_mail")
    Account.@Nullable InvitationState invitationMail;

    long version;

    /** Deletes the personal data; the row stays, so that its id is never used again. */
    void erase() {
        email = id + "@erased.invalid";
        emailKey = email;
        displayName = "";
        locale = "en";
        timeZone = "UTC";
        admin = false;
        adminUntil = null;
        status = AccountStatus.ERASED;
        lastLoginAt = null;
        passwordChangedAt = null;
        passwordChange = null;
        invitationMail = null;
    }

    /** Whether the account has an admin right whose end has come. */
    boolean adminEnded(Instant now) {
        return admin && adminUntil != null && !adminUntil.isAfter(now);
    }

    Account account() {
        return new Account(
                id,
                kind,
                email,
                displayName,
                locale,
                timeZone,
                admin,
                adminUntil,
                status,
                createdAt,
                lastLoginAt,
                passwordChangedAt,
                passwordChange,
                invitationMail,
                version);
    }

    AccountState state() {
        return status == AccountStatus.ERASED
                ? AccountState.erased(id, kind, version)
                : new AccountState(id, kind, email, displayName, locale, timeZone, admin, status, version);
    }
}
