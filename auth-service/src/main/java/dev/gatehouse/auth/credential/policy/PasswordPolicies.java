package dev.gatehouse.auth.credential.policy;

import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.contracts.identity.AccountKind;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The password policies, one per kind of account. What {@link #of} answers is read again after a second, so a change is
 * in effect in every replica within that time and costs a login no round trip.
 */
@ApplicationScoped
public class PasswordPolicies {
    private static final Duration KEPT = Duration.ofSeconds(1);
    private static final Known NOTHING = new Known(Map.of(), Instant.MIN);

    private final PanachePolicies store;
    private final Transactions transactions;
    private final InstantSource clock;
    private volatile Known known = NOTHING;

    PasswordPolicies(PanachePolicies store, Transactions transactions, InstantSource clock) {
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The policy that is in effect. */
    public Uni<PasswordPolicy> of(AccountKind kind) {
        PasswordPolicy policy = known.policies().get(kind);
        return policy != null && clock.instant().isBefore(known.until())
                ? Uni.createFrom().item(policy)
                : transactions.read(store::all).map(rows -> {
                    Map<AccountKind, PasswordPolicy> read =
                            rows.stream().collect(Collectors.toUnmodifiableMap(row -> row.kind, PolicyRow::policy));
                    known = new Known(read, clock.instant().plus(KEPT));
                    return read.get(kind);
                });
    }

    /** The policy with its version, as it is stored. */
    public Uni<Stored> stored(AccountKind kind) {
        return transactions.read(() -> store.byKind(kind)).map(PasswordPolicies::stored);
    }

    /** The same, which nobody else changes until the transaction of the caller ends. */
    public Uni<Stored> hold(AccountKind kind) {
        return store.lock(kind).map(PasswordPolicies::stored);
    }

    /** Stores the policy; joins the transaction of the caller, which MUST hold it. */
    public Uni<Stored> store(AccountKind kind, PasswordPolicy next) {
        transactions.afterCommit(() -> known = NOTHING);
        return store.byKind(kind).invoke(row -> row.update(next)).map(PasswordPolicies::stored);
    }

    private static Stored stored(PolicyRow row) {
        return new Stored(row.policy(), row.version);
    }

    /**
     * A policy as it is stored.
     *
     * @param version increases with every change
     */
    public record Stored(PasswordPolicy policy, long version) {}

    private record Known(Map<AccountKind, PasswordPolicy> policies, Instant until) {}
}
