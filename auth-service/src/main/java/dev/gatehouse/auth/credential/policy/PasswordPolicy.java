package dev.gatehouse.auth.credential.policy;

import dev.gatehouse.auth.credential.password.PasswordTraits;
import dev.gatehouse.chassis.http.problem.Violation;
import dev.gatehouse.contracts.event.PasswordChangeReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What passwords of one kind of account must be like. Decides without I/O.
 *
 * @param minLength in code points after NFC
 * @param mixture the kinds of characters that must be in it
 * @param maxAge after which a login leads to a new password; absent when passwords do not age
 * @param history how many passwords, the present one included, must not be used again
 * @param blockCommon whether common passwords are refused
 * @param blockPersonal whether passwords made of the owner's own data are refused
 * @param minStrength 0 to 4, as zxcvbn estimates it
 */
public record PasswordPolicy(
        Preset preset,
        int minLength,
        Mixture mixture,
        @Nullable Duration maxAge,
        int history,
        boolean blockCommon,
        boolean blockPersonal,
        int minStrength) {
    /** A phrase of this length needs no mixture: its length makes up for it. */
    public static final int PHRASE = 20;

    /** NIST SP 800-63B-4, 3.1.1.2: length, blocklist and strength; no mixture and no age. */
    public static final PasswordPolicy MODERN =
            new PasswordPolicy(Preset.MODERN, 15, Mixture.NONE, null, 0, true, true, 3);

    /** For helpdesks whose own rules ask for a mixture and for an age. */
    public static final PasswordPolicy CLASSIC =
            new PasswordPolicy(Preset.CLASSIC, 12, Mixture.ALL, Duration.ofDays(90), 10, true, true, 2);

    /** The rules that a new password with these traits breaks, in a fixed order; empty when it may be set. */
    public List<Violation> violations(String field, PasswordTraits traits) {
        List<Violation> broken = new ArrayList<>();
        if (traits.length() < minLength) {
            broken.add(new Violation(
                    field,
                    "too-short",
                    "must have at least " + minLength + " characters",
                    Map.of("minLength", minLength, "length", traits.length())));
        }
        if (traits.length() < PHRASE) {
            mixture.violations(field, traits).forEach(broken::add);
        }
        if (blockCommon && traits.common()) {
            broken.add(new Violation(field, "common", "must not be a common password or made of common ones"));
        }
        if (blockPersonal && traits.personal()) {
            broken.add(new Violation(
                    field, "personal", "must not be made of your name, your address or the helpdesk's name"));
        }
        if (traits.strength() < minStrength) {
            broken.add(new Violation(
                    field,
                    "too-weak",
                    "is too easy to guess: make it longer or less regular",
                    Map.of("minStrength", minStrength, "strength", traits.strength())));
        }
        return List.copyOf(broken);
    }

    /** Why a right password leads to a new one before there is a session; empty when it is good enough. */
    public Optional<PasswordChangeReason> shortfall(PasswordTraits traits, Instant setAt, Instant now) {
        if (expired(setAt, now)) {
            return Optional.of(PasswordChangeReason.EXPIRED);
        }
        return violations("", traits).isEmpty() ? Optional.empty() : Optional.of(PasswordChangeReason.POLICY);
    }

    /** Whether a password of that time is too old. */
    public boolean expired(Instant setAt, Instant now) {
        return maxAge != null && !now.isBefore(setAt.plus(maxAge));
    }

    /** The name of a policy. */
    public enum Preset {
        /** As NIST asks. */
        MODERN("modern"),
        /** With mixture and age. */
        CLASSIC("classic"),
        /** Each rule set by an administrator. */
        CUSTOM("custom");

        private final String wireName;

        Preset(String wireName) {
            this.wireName = wireName;
        }

        /** The name in JSON. */
        @Override
        public String toString() {
            return wireName;
        }
    }

    /** The kinds of characters that a password must have. */
    public record Mixture(boolean lowercase, boolean uppercase, boolean digit, boolean symbol) {
        /** Any characters. */
        public static final Mixture NONE = new Mixture(false, false, false, false);
        /** Each kind. */
        public static final Mixture ALL = new Mixture(true, true, true, true);

        private List<Violation> violations(String field, PasswordTraits traits) {
            List<Violation> broken = new ArrayList<>();
            need(lowercase && !traits.lowercase(), "lowercase", "a lower-case letter", field, broken);
            need(uppercase && !traits.uppercase(), "uppercase", "an upper-case letter", field, broken);
            need(digit && !traits.digit(), "digit", "a digit", field, broken);
            need(symbol && !traits.symbol(), "symbol", "a symbol", field, broken);
            return broken;
        }

        private static void need(boolean missing, String kind, String named, String field, List<Violation> broken) {
            if (missing) {
                broken.add(new Violation(
                        field,
                        "needs-" + kind,
                        "must have " + named + ", or " + PHRASE + " characters",
                        Map.of("phraseLength", PHRASE)));
            }
        }
    }
}
