package dev.gatehouse.auth.login.password;

import dev.gatehouse.auth.credential.password.PasswordHashing.Check;
import dev.gatehouse.auth.credential.password.PasswordTraits;
import dev.gatehouse.auth.credential.password.StoredPassword;
import dev.gatehouse.auth.credential.policy.PolicyCheck.Judged;
import dev.gatehouse.auth.login.iptrust.Trust;
import dev.gatehouse.auth.session.lifetime.Session;
import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.contracts.event.PasswordChangeReason;
import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.identity.AccountStatus;
import dev.gatehouse.contracts.identity.Audience;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides a login from the facts: pure. */
final class LoginPolicy {
    private LoginPolicy() {}

    /**
     * The facts on which a login is decided.
     *
     * @param judged what the policy says of a right password; empty for a wrong one
     */
    record Facts(
            Audience audience,
            IpAddress address,
            Optional<Account> account,
            Trust trust,
            Check check,
            Optional<Judged> judged,
            Instant now) {}

    /**
     * An account with its password.
     *
     * @param stored absent when the account has no password
     */
    record Account(
            Session.Account account,
            String displayName,
            @Nullable Password stored) {
        /** The password; empty when the account has none. */
        Optional<Password> password() {
            return Optional.ofNullable(stored);
        }
    }

    /**
     * A stored password.
     *
     * @param setAt identifies the password: a rehash does not change it
     * @param traits what was measured of it; empty when nothing was yet
     */
    record Password(StoredPassword hash, Instant setAt, Optional<PasswordTraits> traits) {}

    /** The decision about a login. */
    sealed interface Decision {
        /** It gets a session. */
        record Admit(Proven proven) implements Decision {}

        /** Its address must be verified first. */
        record Verify(Proven proven) implements Decision {}

        /** It must have a new password first. */
        record ChangePassword(Proven proven) implements Decision {}

        /** It is refused; the reason is published and never part of the response. */
        record Refuse(RefusalReason why) implements Decision {}
    }

    /**
     * An account whose password was right.
     *
     * @param passwordSetAt identifies the password that was checked
     * @param passwordChange why there is no session before it is changed; absent when it need not be
     */
    record Proven(
            Session.Account account,
            Instant passwordSetAt,
            @Nullable PasswordChangeReason passwordChange) {}

    /** Why a login was refused, as published in the event. */
    enum RefusalReason {
        /** No account has the address. */
        UNKNOWN_ACCOUNT("unknown_account"),
        /** The account belongs to the other audience. */
        OTHER_AUDIENCE("other_audience"),
        /** The account is disabled or erased. */
        ACCOUNT_DISABLED("account_disabled"),
        /** The account has no password yet. */
        ACCOUNT_INVITED("account_invited"),
        /** The password is wrong. */
        WRONG_PASSWORD("wrong_password"),
        /** Account or password changed during the login. */
        ACCOUNT_CHANGED("account_changed");

        private final String code;

        RefusalReason(String code) {
            this.code = code;
        }

        /** The stable code. */
        String code() {
            return code;
        }
    }

    static Decision decide(Facts facts) {
        return refusal(facts)
                .<Decision>map(Decision.Refuse::new)
                .orElseGet(() -> admission(facts, facts.account().orElseThrow()));
    }

    private static Decision admission(Facts facts, Account found) {
        Session.Account account = found.account();
        PasswordChangeReason change = passwordChange(facts, account);
        Proven proven = new Proven(account, found.password().orElseThrow().setAt(), change);
        return switch (verdict(facts, account)) {
            case ADMIT -> change == null ? new Decision.Admit(proven) : new Decision.ChangePassword(proven);
            case VERIFY -> new Decision.Verify(proven);
        };
    }

    /** What is demanded of the account counts more than what the policy says of the password. */
    private static @Nullable PasswordChangeReason passwordChange(Facts facts, Session.Account account) {
        return account.passwordChange() != null
                ? account.passwordChange()
                : facts.judged().flatMap(Judged::shortfall).orElse(null);
    }

    /** Somebody else may know a password that must be changed, so the address must be trusted, whatever the scope. */
    private static Trust.Verdict verdict(Facts facts, Session.Account account) {
        return account.passwordChange() != null
                ? facts.trust().requireTrusted(facts.address(), facts.now())
                : facts.trust().decide(account.kind(), account.admin(), facts.address(), facts.now());
    }

    private static Optional<RefusalReason> refusal(Facts facts) {
        return facts.account()
                .map(found -> refusal(facts, found.account()))
                .orElseGet(() -> Optional.of(RefusalReason.UNKNOWN_ACCOUNT));
    }

    private static Optional<RefusalReason> refusal(Facts facts, Session.Account account) {
        if (!opens(facts.audience(), account.kind())) {
            return Optional.of(RefusalReason.OTHER_AUDIENCE);
        }
        return closed(account.status()).or(() -> wrong(facts.check()));
    }

    private static Optional<RefusalReason> closed(AccountStatus status) {
        return switch (status) {
            case ACTIVE -> Optional.empty();
            case INVITED -> Optional.of(RefusalReason.ACCOUNT_INVITED);
            case DISABLED, ERASED -> Optional.of(RefusalReason.ACCOUNT_DISABLED);
        };
    }

    private static Optional<RefusalReason> wrong(Check check) {
        return switch (check) {
            case Check.Match match -> Optional.empty();
            case Check.Mismatch mismatch -> Optional.of(RefusalReason.WRONG_PASSWORD);
        };
    }

    /** Whether accounts of this kind log in at this audience. */
    static boolean opens(Audience audience, AccountKind kind) {
        return switch (audience) {
            case USER -> kind == AccountKind.USER;
            case AGENT -> kind == AccountKind.AGENT;
            case ADMIN -> false;
        };
    }
}
