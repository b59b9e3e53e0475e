package dev.gatehouse.auth.credential.policy;

import dev.gatehouse.auth.credential.password.PasswordTraits;
import dev.gatehouse.chassis.security.secret.Secret;
import dev.gatehouse.contracts.event.PasswordChangeReason;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Judges the password of a login that was right: whether it still meets the policy. */
@ApplicationScoped
public class PolicyCheck {
    private final PasswordPolicies policies;
    private final NewPasswords passwords;
    private final InstantSource clock;

    PolicyCheck(PasswordPolicies policies, NewPasswords passwords, InstantSource clock) {
        this.policies = policies;
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * The traits and what is wrong with them. A password that was measured before is not measured again.
     *
     * @param setAt when it was set
     */
    public Uni<Judged> judge(
            Secret password, Instant setAt, Optional<PasswordTraits> measured, NewPasswords.Owner owner) {
        return measured.map(traits -> Uni.createFrom().item(traits))
                .orElseGet(() -> passwords.measure(password, owner))
                .chain(traits -> policies.of(owner.kind())
                        .map(policy -> new Judged(traits, policy.shortfall(traits, setAt, clock.instant()))));
    }

    /**
     * A judged password.
     *
     * @param shortfall why there is no session before it is changed; empty when it is good enough
     */
    public record Judged(PasswordTraits traits, Optional<PasswordChangeReason> shortfall) {}
}
