package dev.gatehouse.auth.login.password;

import dev.gatehouse.auth.credential.password.PasswordCheck;
import dev.gatehouse.auth.credential.policy.PolicyCheck.Judged;
import dev.gatehouse.auth.login.iptrust.Trust;
import dev.gatehouse.auth.login.password.LoginDecision.Admit;
import dev.gatehouse.auth.login.password.LoginDecision.ChangePassword;
import dev.gatehouse.auth.login.password.LoginDecision.Proven;
import dev.gatehouse.auth.login.password.LoginDecision.Refuse;
import dev.gatehouse.auth.login.password.LoginDecision.Verify;
import dev.gatehouse.auth.session.lifetime.SessionAccount;
import dev.gatehouse.contracts.event.PasswordChangeReason;
import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.identity.AccountStatus;
import dev.gatehouse.contracts.identity.Audience;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides a login from the facts: pure. */
final class LoginPolicy {
    private LoginPolicy() {}

    static LoginDecision decide(LoginFacts facts) {
        return refusal(facts)
                .<LoginDecision>map(Refuse::new)
                .orElseGet(() -> admission(facts, facts.account().orElseThrow()));
    }

    private static LoginDecision admission(LoginFacts facts, LoginAccount found) {
        SessionAccount account = found.account();
        PasswordChangeReason change = passwordChange(facts, account);
        Proven proven = new Proven(account, found.password().orElseThrow().setAt(), change);
        return switch (verdict(facts, account)) {
            case ADMIT -> change == null ? new Admit(proven) : new ChangePassword(proven);
            case VERIFY -> new Verify(proven);
        };
    }

    /** What is demanded of the account counts more than what the policy says of the password. */
    private static @Nullable PasswordChangeReason passwordChange(LoginFacts facts, SessionAccount account) {
        return account.passwordChange() != null
                ? account.passwordChange()
                : facts.judged().flatMap(Judged::shortfall).orElse(null);
    }

    /** Somebody else may know a password that must be changed, so the address must be trusted, whatever the scope. */
    private static Trust.Verdict verdict(LoginFacts facts, SessionAccount account) {
        return account.passwordChange() != null
                ? facts.trust().requireTrusted(facts.address(), facts.now())
                : facts.trust().decide(account.kind(), account.admin(), facts.address(), facts.now());
    }

    private static Optional<RefusalReason> refusal(LoginFacts facts) {
        return facts.account()
                .map(found -> refusal(facts, found.account()))
                .orElseGet(() -> Optional.of(RefusalReason.UNKNOWN_ACCOUNT));
    }

    private static Optional<RefusalReason> refusal(LoginFacts facts, SessionAccount account) {
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

    private static Optional<RefusalReason> wrong(PasswordCheck check) {
        return switch (check) {
            case PasswordCheck.Match match -> Optional.empty();
            case PasswordCheck.Mismatch mismatch -> Optional.of(RefusalReason.WRONG_PASSWORD);
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
