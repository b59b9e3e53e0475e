package dev.gatehouse.auth.identity.passwordreset;

import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.identity.AccountStatus;
import java.util.Optional;

/** Decides whether a request is answered with a mail. */
final class PasswordResetPolicy {
    private PasswordResetPolicy() {}

    /**
     * Why no link is mailed; empty when one is. An invited account has no password that could be reset, and a link of
     * its own.
     */
    static Optional<Reason> refusal(Facts facts) {
        if (facts.owner().filter(owner -> owner.kind() == facts.audience()).isEmpty()) {
            return Optional.of(Reason.UNKNOWN_ACCOUNT);
        }
        if (facts.owner().get().status() != AccountStatus.ACTIVE) {
            return Optional.of(Reason.ACCOUNT_NOT_ACTIVE);
        }
        return facts.mailed() >= facts.most() ? Optional.of(Reason.ACCOUNT_LIMIT) : Optional.empty();
    }

    /**
     * What is known while the row of the account is locked.
     *
     * @param audience where the link was asked for
     * @param mailed how many links the account was mailed within the last hour
     * @param most how many it may be mailed within an hour
     */
    record Facts(AccountKind audience, Optional<Owner> owner, long mailed, int most) {}

    /** The account with the e-mail address. */
    record Owner(AccountKind kind, AccountStatus status) {}

    /** Why no link is mailed. */
    enum Reason {
        /** No account of this audience has the address. */
        UNKNOWN_ACCOUNT("unknown_account"),
        /** It is invited, disabled or erased. */
        ACCOUNT_NOT_ACTIVE("account_not_active"),
        /** It was mailed as many links as it may be. */
        ACCOUNT_LIMIT("account_limit");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /** The reason in events. */
        String code() {
            return code;
        }
    }
}
