package dev.gatehouse.auth.identity.account;

import dev.gatehouse.auth.identity.account.AccountOutcome.Refusal;
import dev.gatehouse.chassis.http.etag.IfMatch;
import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.identity.AccountStatus;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides whether an account may be changed. The facts cannot change meanwhile, because their rows are locked. */
final class AccountPolicy {
    private AccountPolicy() {}

    /** The reason to refuse any change. */
    static Optional<Refusal> change(Facts facts) {
        if (facts.status() == AccountStatus.ERASED) {
            return Optional.of(Refusal.ERASED);
        }
        boolean stale = facts.expected()
                .filter(expected -> !expected.matches(facts.version()))
                .isPresent();
        return stale ? Optional.of(Refusal.STALE) : Optional.empty();
    }

    /** The reason to refuse an edit that does not disable the account. */
    static Optional<Refusal> edit(Facts facts, @Nullable AccountStatus requested) {
        return change(facts).or(() -> requested == null ? Optional.empty() : status(facts, requested));
    }

    /** The reason to refuse a change after which the account is no longer an active administrator. */
    static Optional<Refusal> lessAdmins(Facts facts) {
        if (facts.admin() && facts.own()) {
            return Optional.of(Refusal.OWN_ADMIN_RIGHT);
        }
        boolean active = facts.admin() && facts.status() == AccountStatus.ACTIVE;
        return active && facts.otherActiveAdmins() == 0 ? Optional.of(Refusal.LAST_ADMIN) : Optional.empty();
    }

    /** The reason to refuse the admin right. */
    static Optional<Refusal> moreAdmins(Facts facts) {
        if (facts.kind() != AccountKind.AGENT) {
            return Optional.of(Refusal.NOT_AN_AGENT);
        }
        return facts.own() ? Optional.of(Refusal.OWN_ADMIN_RIGHT) : Optional.empty();
    }

    /** The reason to refuse this status, set by an administrator. */
    static Optional<Refusal> status(Facts facts, AccountStatus requested) {
        boolean invited = facts.status() == AccountStatus.INVITED && requested == AccountStatus.ACTIVE;
        return invited ? Optional.of(Refusal.INVITED) : Optional.empty();
    }

    /**
     * What is known while the rows are locked.
     *
     * @param expected the versions that the client may change, if the request has a precondition
     * @param own whether the actor owns the account
     * @param otherActiveAdmins counted only for changes that may remove an administrator
     */
    record Facts(
            AccountKind kind,
            AccountStatus status,
            boolean admin,
            long version,
            Optional<IfMatch> expected,
            boolean own,
            long otherActiveAdmins) {}
}
