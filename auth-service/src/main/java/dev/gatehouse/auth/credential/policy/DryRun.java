package dev.gatehouse.auth.credential.policy;

import dev.gatehouse.auth.credential.policy.SqlPasswordAccounts.Measured;
import dev.gatehouse.chassis.http.problem.Violation;
import dev.gatehouse.contracts.identity.AccountKind;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Tells what a policy would mean for the passwords that there are, without changing anything. */
@ApplicationScoped
public class DryRun {
    private static final int PAGE = 1_000;
    private static final UUID FIRST = new UUID(0, 0);
    /** Within how many days passwords are counted that would become too old. */
    private static final List<Integer> HORIZONS = List.of(7, 30, 90);

    private final SqlPasswordAccounts accounts;
    private final InstantSource clock;

    DryRun(SqlPasswordAccounts accounts, InstantSource clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Looks at every active account of this kind, a page at a time. */
    public Uni<Result> of(AccountKind kind, PasswordPolicy policy) {
        return page(kind, FIRST, new Count(policy, clock.instant()));
    }

    private Uni<Result> page(AccountKind kind, UUID after, Count count) {
        return accounts.page(kind, after, PAGE).chain(found -> {
            found.forEach(count::add);
            return found.size() < PAGE
                    ? Uni.createFrom().item(count.result())
                    : page(kind, found.getLast().password().accountId(), count);
        });
    }

    /**
     * What a policy would mean.
     *
     * @param passwords how many there are
     * @param fallShort how many are known to break a rule; their owners would be asked for a new one when they sign in
     * @param unknown how many were not measured yet: their owners did not sign in since they were taken over
     * @param byRule how many break each rule, by its code
     * @param expired how many are too old already
     * @param expiring how many more would be too old within so many days
     */
    @Schema(name = "PasswordPolicyDryRun")
    public record Result(
            @Schema(examples = "120") int passwords,
            @Schema(examples = "7") int fallShort,
            @Schema(examples = "3") int unknown,

            @Schema(description = "How many break each rule, by its code", examples = "{\"too-short\": 7}")
            Map<String, Integer> byRule,

            @Schema(examples = "12") int expired,

            @Schema(
                    description = "How many more would be too old within so many days",
                    examples = "{\"P7D\": 2, \"P30D\": 9, \"P90D\": 40}")
            Map<String, Integer> expiring) {}

    private static final class Count {
        private final PasswordPolicy policy;
        private final Instant now;
        private final Map<String, Integer> byRule = new TreeMap<>();
        private final Map<String, Integer> expiring = new TreeMap<>();
        private int passwords;
        private int fallShort;
        private int unknown;
        private int expired;

        private Count(PasswordPolicy policy, Instant now) {
            this.policy = policy;
            this.now = now;
            HORIZONS.forEach(days -> expiring.put("P" + days + "D", 0));
        }

        private void add(Measured measured) {
            passwords++;
            measured.traits().ifPresentOrElse(traits -> addBroken(policy.violations("", traits)), () -> unknown++);
            Instant setAt = measured.password().setAt();
            if (policy.expired(setAt, now)) {
                expired++;
            } else {
                HORIZONS.stream()
                        .filter(days -> policy.expired(setAt, now.plus(Duration.ofDays(days))))
                        .forEach(days -> expiring.merge("P" + days + "D", 1, Integer::sum));
            }
        }

        private void addBroken(List<Violation> broken) {
            fallShort += broken.isEmpty() ? 0 : 1;
            broken.forEach(one -> byRule.merge(one.code(), 1, Integer::sum));
        }

        private Result result() {
            return new Result(passwords, fallShort, unknown, byRule, expired, expiring);
        }
    }
}
