package dev.gatehouse.contracts.state;

import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.identity.AccountStatus;
import dev.gatehouse.contracts.topic.Topic;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Public face of an account, on {@link Topic#ACCOUNTS}. An ended state carries no personal data.
 *
 * @param email as its owner writes it; absent when ended
 * @param displayName absent when ended
 * @param locale BCP 47; absent when ended
 * @param timeZone IANA name; absent when ended
 * @param ended true when the account was erased; absent otherwise
 */
public record AccountState(
        UUID id,
        AccountKind kind,
        @Nullable String email,
        @Nullable String displayName,
        @Nullable String locale,
        @Nullable String timeZone,
        boolean admin,
        AccountStatus status,
        long version,
        @Nullable Boolean ended)
        implements State {
    /** Rejects an account that exists but lacks personal data. */
    public AccountState {
        if (!Boolean.TRUE.equals(ended)) {
            Objects.requireNonNull(email, "email");
            Objects.requireNonNull(displayName, "displayName");
            Objects.requireNonNull(locale, "locale");
            Objects.requireNonNull(timeZone, "timeZone");
        }
    }

    /** An account that exists. */
    public AccountState(
            UUID id,
            AccountKind kind,
            @Nullable String email,
            @Nullable String displayName,
            @Nullable String locale,
            @Nullable String timeZone,
            boolean admin,
            AccountStatus status,
            long version) {
        this(id, kind, email, displayName, locale, timeZone, admin, status, version, null);
    }

    /** An account that was erased. */
    public static AccountState erased(UUID id, AccountKind kind, long version) {
        return new AccountState(id, kind, null, null, null, null, false, AccountStatus.ERASED, version, true);
    }

    @Override
    public boolean hasEnded() {
        return Boolean.TRUE.equals(ended);
    }

    @Override
    public Topic topic() {
        return Topic.ACCOUNTS;
    }

    @Override
    public String key() {
        return id.toString();
    }

    @Override
    public String type() {
        return "account.state";
    }
}
