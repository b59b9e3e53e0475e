package dev.gatehouse.auth.identity.account;

import dev.gatehouse.auth.identity.account.AccountOutcome.Refusal;
import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.identity.AccountStatus;
import java.util.Optional;
import java.util.OptionalLong;

/** Whether an account may be changed: decided from facts that stay as they are, because their rows are locked. */
final class AccountPolicy {
    private AccountPolicy() {}

    /** What stands against any change. */
    static Optional<Refusal> change(Facts facts) {
        if (facts.status() == AccountStatus.ERASED) {
            return Optional.of(Refusal.ERASED);
        }
        boolean stale = facts.expected().isPresent() && facts.expected().getAsLong() != facts.version();
        return stale ? Optional.of(Refusal.STALE) : Optional.empty();
    }

    /** What stands against a change after which the account is no active administrator any more. */
    static Optional<Refusal> lessAdmins(Facts facts) {
        if (facts.admin() && facts.own()) {
            return Optional.of(Refusal.OWN_ADMIN_RIGHT);
        }
        boolean active = facts.admin() && facts.status() == AccountStatus.ACTIVE;
        return active && facts.otherActiveAdmins() == 0 ? Optional.of(Refusal.LAST_ADMIN) : Optional.empty();
    }

    /** What stands against the admin right. */
    static Optional<Refusal> moreAdmins(Facts facts) {
        if (facts.kind() != AccountKind.AGENT) {
            return Optional.of(Refusal.NOT_AN_AGENT);
        }
        return facts.own() ? Optional.of(Refusal.OWN_ADMIN_RIGHT) : Optional.empty();
    }

    /** What stands against this status being set by hand. */
    static Optional<Refusal> status(Facts facts, AccountStatus wished) {
        boolean invited = facts.status() == AccountStatus.INVITED && wished == AccountStatus.ACTIVE;
        return invited ? Optional.of(Refusal.INVITED) : Optional.empty();
    }

    /**
     * What is known while the rows are held.
     *
     * @param expected the version that the client saw, where it must say
     * @param own whether it is the account of whoever acts
     * @param otherActiveAdmins only counted for changes that may take an administrator away
     */
    record Facts(
            AccountKind kind,
            AccountStatus status,
            boolean admin,
            long version,
            OptionalLong expected,
            boolean own,
            long otherActiveAdmins) {}
}
