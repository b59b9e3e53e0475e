package dev.gatehouse.iptrust.account;

import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.identity.AccountStatus;
import dev.gatehouse.contracts.state.AccountState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@Table(name = "account")
class AccountRow {
    private static final long NEVER_TOLD = -1;

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private AccountKind kind;

    private String email;

    @Column(name = "display_name")
    private String displayName;

    private String locale;

    @Column(name = "time_zone")
    private String timeZone;

    private boolean admin;

    @Enumerated(EnumType.STRING)
    private AccountStatus status;

    private long version;

    static AccountRow of(AccountState state) {
        AccountRow row = new AccountRow();
        row.id = state.id();
        row.version = NEVER_TOLD;
        row.take(state);
        return row;
    }

    /** Nothing happens when the state is not newer than what is known. */
    void take(AccountState state) {
        if (state.version() <= version) {
            return;
        }
        kind = state.kind();
        email = state.email();
        displayName = state.displayName();
        locale = state.locale();
        timeZone = state.timeZone();
        admin = state.admin();
        status = state.status();
        version = state.version();
    }

    Account account() {
        return new Account(id, email, displayName, locale, timeZone, status, kind, admin);
    }
}
