package dev.gatehouse.notification.courier;

import dev.gatehouse.chassis.security.secret.RandomSecrets;
import dev.gatehouse.notification.delivery.Claim;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The retry policy with the clock and the dice. */
@ApplicationScoped
class Retries {
    private static final int DICE = 1001;

    private final RetryPolicy policy;
    private final RandomSecrets dice;
    private final InstantSource clock;

    Retries(CourierConfig settings, RandomSecrets dice, InstantSource clock) {
        this.policy = new RetryPolicy(settings.firstPause(), settings.longestPause());
        this.dice = dice;
        this.clock = clock;
    }

    /** When the mail is tried again; none when it is given up. */
    Optional<Instant> next(Claim claim) {
        double chance = dice.number(DICE) / (DICE - 1.0);
        return policy.next(claim.attempt(), clock.instant(), claim.giveUpAt(), chance);
    }
}
