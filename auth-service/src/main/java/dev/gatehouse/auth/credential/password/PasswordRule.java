package dev.gatehouse.auth.credential.password;

import dev.gatehouse.chassis.http.problem.Violation;
import dev.gatehouse.chassis.http.problem.Violations;
import dev.gatehouse.chassis.security.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a password must be like: long enough, and text that can be typed again. No mixture is asked for (NIST SP
 * 800-63B-4, 3.1.1.2). Length counts code points after NFC.
 */
public final class PasswordRule {
    /** The least code points of a new password. */
    public static final int MIN_LENGTH = 15;
    /** The most code points of any password; longer ones are refused and never cut. */
    public static final int MAX_LENGTH = 128;

    private static final int MAX_BYTES = 1024;

    private PasswordRule() {}

    /** What is wrong with a new password; nothing when it may be set. */
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
     * What makes a typed password unfit to be checked at all: it is asked before hashing, so that nobody is made to
     * hash a novel.
     */
    public static List<Violation> limits(String field, @Nullable Secret typed) {
        if (typed == null) {
            return List.of(missing(field));
        }
        String text = typed.reveal();
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
