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
        boolean last = facts.admins().others() == 0 || onlyOneWhoStays(facts);
        return isActiveAdmin(facts) && last ? Optional.of(Refusal.LAST_ADMIN) : Optional.empty();
    }

    /**
     * The reason to refuse the admin right, new or renewed.
     *
     * @param endsSoon whether the right is to end so soon that its owner is not the one who stays
     */
    static Optional<Refusal> grant(Facts facts, boolean endsSoon) {
        boolean last = endsSoon && isActiveAdmin(facts) && onlyOneWhoStays(facts);
        return moreAdmins(facts).or(() -> last ? Optional.of(Refusal.LAST_ADMIN) : Optional.empty());
    }

    private static boolean isActiveAdmin(Facts facts) {
        return facts.admin() && facts.status() == AccountStatus.ACTIVE;
    }

    private static boolean onlyOneWhoStays(Facts facts) {
        return facts.admins().stays() && facts.admins().othersWhoStay() == 0;
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
     * @param admins counted only for changes that may remove an administrator
     */
    record Facts(
            AccountKind kind,
            AccountStatus status,
            boolean admin,
            long version,
            Optional<IfMatch> expected,
            boolean own,
            Admins admins) {}

    /**
     * The active administrators. One whose right is about to end is not one who stays.
     *
     * @param stays whether the account is one who stays
     * @param others how many there are besides the account
     * @param othersWhoStay how many of those stay
     */
    record Admins(boolean stays, long others, long othersWhoStay) {}
}
