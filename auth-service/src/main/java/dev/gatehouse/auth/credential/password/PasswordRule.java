package dev.gatehouse.auth.credential.password;

import dev.gatehouse.chassis.http.problem.Violation;
import dev.gatehouse.chassis.http.problem.Violations;
import dev.gatehouse.chassis.security.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rule for passwords: a minimum length and only characters that can be entered again. No composition rules (NIST SP
 * 800-63B-4, 3.1.1.2). Length is counted in code points after NFC.
 */
public final class PasswordRule {
    /** Minimum length of a new password in code points. */
    public static final int MIN_LENGTH = 15;
    /** Maximum length of any password in code points; longer ones are rejected, never truncated. */
    public static final int MAX_LENGTH = 128;

    private static final int MAX_BYTES = 1024;

    private PasswordRule() {}

    /** The violations of a new password; empty when it may be set. */
    public static List<Violation> violations(String field, @Nullable Secret password) {
        if (password == null) {
            return List.of(missing(field));
        }
        Violations broken = new Violations();
        limits(field, password).forEach(broken::add);
        broken.require(
                length(password.reveal()) >= MIN_LENGTH,
                field,
                "too-short",
                "must have at least " + MIN_LENGTH + " characters");
        return broken.list();
    }

    /**
     * The violations that keep an entered password from being checked at all. Called before hashing, so that no request
     * can make the service hash an unbounded text.
     */
    public static List<Violation> limits(String field, @Nullable Secret entered) {
        if (entered == null) {
            return List.of(missing(field));
        }
        String text = entered.reveal();
        Violations broken = new Violations();
        broken.require(fits(text), field, "too-long", "must have at most " + MAX_LENGTH + " characters");
        broken.require(
                text.codePoints().noneMatch(PasswordRule::unfit),
                field,
                "unfit-character",
                "must not have NUL, unassigned or broken characters");
        return broken.list();
    }

    private static boolean fits(String text) {
        return text.length() <= MAX_BYTES
                && text.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES
                && length(text) <= MAX_LENGTH;
    }

    private static long length(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().count();
    }

    private static boolean unfit(int point) {
        return point == 0
                || Character.getType(point) == Character.UNASSIGNED
                || Character.getType(point) == Character.SURROGATE;
    }

    private static Violation missing(String field) {
        return new Violation(field, "required", "must be given");
    }
}
