package dev.gatehouse.auth.credential.policy;

import dev.gatehouse.auth.credential.password.Credentials;
import dev.gatehouse.auth.credential.password.Credentials.NewPassword;
import dev.gatehouse.auth.credential.password.PasswordHashing;
import dev.gatehouse.auth.credential.password.PasswordHashing.Check;
import dev.gatehouse.auth.credential.password.PasswordTraits;
import dev.gatehouse.auth.credential.password.StoredPassword;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.http.problem.ProblemException;
import dev.gatehouse.chassis.http.problem.Violation;
import dev.gatehouse.chassis.runtime.suite.SuiteConfig;
import dev.gatehouse.chassis.security.secret.Secret;
import dev.gatehouse.contracts.identity.AccountKind;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Judges every password that is about to be set, and hashes the accepted ones. MUST be called outside of a database
 * session.
 */
@ApplicationScoped
public class NewPasswords {
    private final PasswordPolicies policies;
    private final PasswordMeasure measure;
    private final Credentials credentials;
    private final PasswordHashing hashing;
    private final BreachedPasswords breached;
    private final Transactions transactions;
    private final String helpdesk;

    NewPasswords(
            PasswordPolicies policies,
            PasswordMeasure measure,
            Credentials credentials,
            PasswordHashing hashing,
            BreachedPasswords breached,
            Transactions transactions,
            SuiteConfig suite) {
        this.policies = policies;
        this.measure = measure;
        this.credentials = credentials;
        this.hashing = hashing;
        this.breached = breached;
        this.transactions = transactions;
        this.helpdesk = suite.helpdeskName();
    }

    /**
     * The password, ready to be set. Fails with 422 and every rule that it breaks: limits, policy, what the owner had
     * before. Only a password that breaks none is looked for among the breached ones.
     */
    public Uni<NewPassword> accept(String field, Secret password, Owner owner) {
        List<Violation> limits = PasswordLimits.violations(field, password);
        return limits.isEmpty()
                ? policies.of(owner.kind()).chain(policy -> judge(field, password, owner, policy))
                : Uni.createFrom().failure(ProblemException.of(limits));
    }

    private Uni<NewPassword> judge(String field, Secret password, Owner owner, PasswordPolicy policy) {
        return measure(password, owner).chain(traits -> former(field, password, owner.accountId(), policy.history())
                .map(used -> Stream.concat(policy.violations(field, traits).stream(), used.stream())
                        .toList())
                .chain(broken -> broken.isEmpty()
                        ? breached.violations(field, password, owner.accountId())
                        : Uni.createFrom().item(broken))
                .chain(broken -> broken.isEmpty()
                        ? hashing.hash(password).map(hash -> new NewPassword(hash, traits, policy.history()))
                        : Uni.createFrom().failure(ProblemException.of(broken))));
    }

    /** On the pool that hashes, because it takes milliseconds. */
    Uni<PasswordTraits> measure(Secret password, Owner owner) {
        PersonalWords personal = PersonalWords.in(List.of(owner.email(), owner.displayName(), helpdesk));
        return hashing.run(() -> measure.traits(password, personal));
    }

    /** The present password is never accepted again, whatever the policy. */
    private Uni<List<Violation>> former(String field, Secret password, @Nullable UUID accountId, int history) {
        return accountId == null
                ? Uni.createFrom().item(List.of())
                : transactions
                        .read(() -> credentials.history(accountId, Math.max(1, history)))
                        .chain(former -> firstMatch(password, former))
                        .map(place -> violations(field, place, history));
    }

    /** The place of the password among the former ones, or their number. One hash at a time. */
    private Uni<Integer> firstMatch(Secret password, List<StoredPassword> former) {
        return Multi.createFrom()
                .iterable(former)
                .onItem()
                .transformToUniAndConcatenate(one -> hashing.check(password, one))
                .select()
                .first(Check.Mismatch.class::isInstance)
                .collect()
                .asList()
                .map(mismatches -> mismatches.size() == former.size() ? -1 : mismatches.size());
    }

    private static List<Violation> violations(String field, int place, int history) {
        return switch (place) {
            case -1 -> List.of();
            case 0 -> List.of(new Violation(field, "unchanged", "must be another password than the present one"));
            default ->
                List.of(new Violation(
                        field,
                        "used-before",
                        "must not be one of the last " + history + " passwords",
                        Map.of("history", history)));
        };
    }

    /**
     * Whose password it is.
     *
     * @param accountId absent while there is no account yet
     */
    public record Owner(AccountKind kind, @Nullable UUID accountId, String email, String displayName) {
        /** Without the personal data. */
        @Override
        public String toString() {
            return "Owner[kind=" + kind + ", accountId=" + accountId + "]";
        }
    }
}
