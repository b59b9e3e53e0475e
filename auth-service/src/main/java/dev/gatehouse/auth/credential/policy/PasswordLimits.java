package dev.gatehouse.auth.credential.policy;

import dev.gatehouse.chassis.http.problem.Violation;
import dev.gatehouse.chassis.http.problem.Violations;
import dev.gatehouse.chassis.security.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What keeps an entered password from being looked at at all, whatever the policy: it is too long, or has characters
 * that cannot be entered again. Checked before anything is computed, so that no request can make the service hash or
 * measure an unbounded text.
 */
public final class PasswordLimits {
    /** Maximum length of any password in code points after NFC; longer ones are rejected, never truncated. */
    public static final int MAX_LENGTH = 128;

    private static final int MAX_BYTES = 1024;

    private PasswordLimits() {}

    /** The violations of an entered password; empty when it may be looked at. */
    public static List<Violation> violations(String field, @Nullable Secret entered) {
        if (entered == null) {
            return List.of(new Violation(field, "required", "must be given"));
        }
        String text = entered.reveal();
        Violations broken = new Violations();
        if (!fits(text)) {
            broken.add(new Violation(
                    field,
                    "too-long",
                    "must have at most " + MAX_LENGTH + " characters",
                    Map.of("maxLength", MAX_LENGTH)));
        }
        broken.require(
                text.codePoints().noneMatch(PasswordLimits::unfit),
                field,
                "unfit-character",
                "must not have NUL, unassigned or broken characters");
        return broken.list();
    }

    private static boolean fits(String text) {
        return text.length() <= MAX_BYTES
                && text.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES
                && Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().count() <= MAX_LENGTH;
    }

    private static boolean unfit(int point) {
        return point == 0
                || Character.getType(point) == Character.UNASSIGNED
                || Character.getType(point) == Character.SURROGATE;
    }
}
