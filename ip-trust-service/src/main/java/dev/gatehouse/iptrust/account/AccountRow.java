package dev.gatehouse.iptrust.account;

import dev.gatehouse.chassis.messaging.replica.ReplicaRow;
import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.identity.AccountStatus;
import dev.gatehouse.contracts.state.AccountState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The newest state of an account; of an erased one nothing but id, kind and version. */
@Entity
@Table(name = "account")
class AccountRow implements ReplicaRow<AccountState> {
    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    @Nullable
    AccountKind kind;

    @Nullable
    String email;

    @Column(name = "display_name")
    @Nullable
    String displayName;

    @Nullable
    String locale;

    @Column(name = "time_zone")
    @Nullable
    String timeZone;

    boolean admin;

    @Enumerated(EnumType.STRING)
    AccountStatus status;

    long version;

    @Override
    public long version() {
        return version;
    }

    @Override
    public void take(AccountState state) {
        kind = state.kind();
        email = state.email();
        displayName = state.displayName();
        locale = state.locale();
        timeZone = state.timeZone();
        admin = state.admin();
        status = state.status();
        version = state.version();
    }

    boolean erased() {
        return status == AccountStatus.ERASED;
    }

    /** MUST NOT be called for an erased account. */
    Account account() {
        return new Account(
                id,
                Objects.requireNonNull(email),
                Objects.requireNonNull(displayName),
                Objects.requireNonNull(locale),
                Objects.requireNonNull(timeZone),
                status,
                Objects.requireNonNull(kind),
                admin);
    }
}
