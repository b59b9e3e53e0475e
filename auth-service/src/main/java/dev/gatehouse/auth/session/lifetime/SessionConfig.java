package dev.gatehouse.auth.session.lifetime;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How long sessions last; durations in ISO-8601. Public, because the validation of configuration reads its groups. */
@ConfigMapping(prefix = "gatehouse.auth.session")
public interface SessionConfig {
    /** Sessions of agents. */
    Agents agents();

    /** Sessions of end users. */
    Users users();

    /** How often sessions past their limits are ended; default five seconds. */
    @WithDefault("PT5S")
    @DurationMin(seconds = 1)
    @DurationMax(hours = 1)
    Duration expiryCheckEvery();

    /**
     * How long the row of an ended session is kept, so that a late use of its tokens is recognised; default 30 days.
     */
    @WithDefault("P30D")
    @DurationMin(hours = 1)
    @DurationMax(days = 3650)
    Duration retention();

    /** How often rows past their retention are deleted; default one hour. */
    @WithDefault("PT1H")
    @DurationMin(seconds = 1)
    @DurationMax(days = 7)
    Duration cleanupEvery();

    /** The limits that both kinds have. */
    interface Limits {
        /** How long a session lives without being used; default one hour. */
        @WithDefault("PT1H")
        @DurationMin(seconds = 1)
        @DurationMax(days = 400)
        Duration idleTimeout();

        /** How long a session lives at most. */
        @DurationMin(seconds = 1)
        @DurationMax(days = 400)
        Duration maxLifetime();

        /** Whether a client may ask to be remembered. */
        boolean rememberMeAllowed();

        /** How long a remembered session lives, used or not; default 30 days. */
        @WithDefault("P30D")
        @DurationMin(seconds = 1)
        @DurationMax(days = 400)
        Duration rememberMeLifetime();

        /** How many open sessions an account has at most; the oldest ones end; default 10. */
        @WithDefault("10")
        @Min(1)
        @Max(1_000)
        int maxPerAccount();

        /** Whether only reported human activity counts as use; otherwise every refresh does; default no. */
        @WithDefault("false")
        boolean requireActivity();
    }

    /** Agents, administrators included. */
    interface Agents extends Limits {
        /** Default twelve hours. */
        @Override
        @WithDefault("PT12H")
        Duration maxLifetime();

        /** Default no. */
        @Override
        @WithDefault("false")
        boolean rememberMeAllowed();
    }

    /** End users. */
    interface Users extends Limits {
        /** Default 24 hours. */
        @Override
        @WithDefault("PT24H")
        Duration maxLifetime();

        /** Default yes. */
        @Override
        @WithDefault("true")
        boolean rememberMeAllowed();
    }
}
