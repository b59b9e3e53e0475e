package dev.gatehouse.notification.account;

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
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "account")
class AccountRow {
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

    @Enumerated(EnumType.STRING)
    AccountStatus status;

    long version;

    boolean isPresent() {
        return status != AccountStatus.ERASED;
    }

    /** Takes the state in, if it is news; tells whether it was. */
    boolean take(AccountState state) {
        boolean news = state.version() > version;
        if (news) {
            kind = state.kind();
            email = state.email();
            displayName = state.displayName();
            locale = state.locale();
            timeZone = state.timeZone();
            status = state.status();
            version = state.version();
        }
        return news;
    }

    /** Forgets all but the version, if that is news; tells whether it was. */
    boolean forget(long erasedAtVersion) {
        boolean news = erasedAtVersion > version;
        if (news) {
            kind = null;
            email = null;
            displayName = null;
            locale = null;
            timeZone = null;
            status = AccountStatus.ERASED;
            version = erasedAtVersion;
        }
        return news;
    }
}
