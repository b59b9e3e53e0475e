package dev.gatehouse.auth.identity.passwordpolicy;

import dev.gatehouse.auth.credential.policy.PasswordPolicies;
import dev.gatehouse.auth.credential.policy.PasswordPolicies.Stored;
import dev.gatehouse.auth.credential.policy.PasswordPolicy;
import dev.gatehouse.auth.session.lifetime.Authority;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.http.etag.IfMatch;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.contracts.event.Change;
import dev.gatehouse.contracts.event.SettingsChanged;
import dev.gatehouse.contracts.identity.AccountKind;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Changes a password policy: authority, version, policy and event in one transaction. */
@ApplicationScoped
class PasswordPolicyChange {
    private final PasswordPolicies policies;
    private final Authority authority;
    private final Events events;
    private final Transactions transactions;

    PasswordPolicyChange(PasswordPolicies policies, Authority authority, Events events, Transactions transactions) {
        this.policies = policies;
        this.authority = authority;
        this.events = events;
        this.transactions = transactions;
    }

    /** The policy as it is stored now; empty when it was changed since the client read it. */
    Uni<Optional<Stored>> change(AccountKind kind, PasswordPolicy next, IfMatch base, Origin origin) {
        return transactions.run(() -> authority
                .requireAdmin(origin)
                .chain(() -> policies.hold(kind))
                .chain(stored -> base.matches(stored.version())
                        ? store(kind, stored, next, origin).map(Optional::of)
                        : Uni.createFrom().item(Optional.<Stored>empty())));
    }

    private Uni<Stored> store(AccountKind kind, Stored before, PasswordPolicy next, Origin origin) {
        List<Change> changes = changes(before.policy(), next);
        return changes.isEmpty()
                ? Uni.createFrom().item(before)
                : policies.store(kind, next)
                        .call(stored -> events.publish(events.event(new SettingsChanged(name(kind), changes), origin)));
    }

    private static String name(AccountKind kind) {
        return switch (kind) {
            case AGENT -> "password-policy/agents";
            case USER -> "password-policy/users";
        };
    }

    private static List<Change> changes(PasswordPolicy before, PasswordPolicy after) {
        return Stream.<Change>of(
                        change("preset", before, after, PasswordPolicy::preset),
                        change("minLength", before, after, PasswordPolicy::minLength),
                        change("requireLowercase", before, after, policy -> policy.mixture()
                                .lowercase()),
                        change("requireUppercase", before, after, policy -> policy.mixture()
                                .uppercase()),
                        change("requireDigit", before, after, policy -> policy.mixture()
                                .digit()),
                        change("requireSymbol", before, after, policy -> policy.mixture()
                                .symbol()),
                        change("maxAge", before, after, policy -> days(policy)),
                        change("history", before, after, PasswordPolicy::history),
                        change("blockCommon", before, after, PasswordPolicy::blockCommon),
                        change("blockPersonal", before, after, PasswordPolicy::blockPersonal),
                        change("minStrength", before, after, PasswordPolicy::minStrength))
                .filter(change -> !Objects.equals(change.before(), change.after()))
                .toList();
    }

    /** The maximum age in days, as it is sent; absent without one. */
    static @Nullable String days(PasswordPolicy policy) {
        return policy.maxAge() == null ? null : "P" + policy.maxAge().toDays() + "D";
    }

    private static Change change(
            String field,
            PasswordPolicy before,
            PasswordPolicy after,
            Function<PasswordPolicy, @Nullable Object> value) {
        return new Change(field, text(value.apply(before)), text(value.apply(after)));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
