package dev.gatehouse.auth.identity.account;

import dev.gatehouse.chassis.http.problem.Violations;
import dev.gatehouse.chassis.mail.address.EmailAddress;
import java.text.Normalizer;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Validates the text properties of an account, which are named as in the API, and collects the violations. */
public final class AccountText {
    private static final int MAX_NAME = 200;
    private static final int MAX_LOCALE = 35;
    private static final int LONGEST_LANGUAGE = 3;
    private static final Set<Integer> REJECTED_TYPES = Set.of(
            (int) Character.CONTROL,
            (int) Character.LINE_SEPARATOR,
            (int) Character.PARAGRAPH_SEPARATOR,
            (int) Character.SURROGATE,
            (int) Character.UNASSIGNED,
            (int) Character.PRIVATE_USE);
    private static final int MAX_REASON = 500;
    private static final String NAME = "displayName";
    private static final String REASON = "reason";

    private AccountText() {}

    /** The e-mail address; empty if it breaks a rule. */
    public static Optional<EmailAddress> email(@Nullable String text, Violations violations) {
        Optional<EmailAddress> email = Optional.ofNullable(text).flatMap(EmailAddress::parse);
        violations.require(text != null, "email", "required", "must be given");
        boolean international = text != null && EmailAddress.isInternationalLocal(text);
        violations.require(!international, "email", "not-deliverable", "must have ASCII characters only before the @");
        violations.require(
                text == null || international || email.isPresent(),
                "email",
                "invalid",
                "must be one plain e-mail address");
        return email;
    }

    /**
     * A display name without surrounding space, in NFC. Control and bidirectional override characters are rejected: the
     * name is shown in mails, in mail headers and to administrators.
     */
    public static String displayName(String text, Violations violations) {
        String name = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        violations.require(!name.isEmpty(), NAME, "required", "must not be blank");
        violations.require(
                name.codePoints().count() <= MAX_NAME,
                NAME,
                "too-long",
                "must have at most " + MAX_NAME + " characters");
        violations.require(
                text.codePoints().noneMatch(AccountText::rejected),
                NAME,
                "unfit-character",
                "must not have control characters");
        return name;
    }

    /** The reason that an administrator gives for what they do: one line, without surrounding space. */
    public static String reason(@Nullable String text, Violations violations) {
        String reason = text == null ? "" : text.strip();
        violations.require(!reason.isEmpty(), REASON, "required", "must say why");
        violations.require(
                reason.codePoints().count() <= MAX_REASON,
                REASON,
                "too-long",
                "must have at most " + MAX_REASON + " characters");
        violations.require(
                reason.codePoints().noneMatch(Character::isISOControl),
                REASON,
                "unfit-character",
                "must be one line without control characters");
        return reason;
    }

    /** A language tag in its canonical spelling. */
    public static String locale(String text, Violations violations) {
        String tag = text.length() > MAX_LOCALE ? "" : canonicalLocale(text);
        violations.require(!tag.isEmpty(), "locale", "invalid", "must be a BCP 47 language tag such as de-AT");
        return tag;
    }

    /** A time zone of the IANA database. */
    public static String timeZone(String text, Violations violations) {
        violations.require(
                ZoneId.getAvailableZoneIds().contains(text),
                "timeZone",
                "invalid",
                "must be an IANA time zone such as Asia/Jakarta");
        return text;
    }

    /**
     * No language subtag of more than three letters is registered (RFC 5646, 2.2.1): a longer one is a name such as
     * "english".
     */
    private static String canonicalLocale(String text) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(text).build();
            String language = locale.getLanguage();
            return language.isEmpty() || language.length() > LONGEST_LANGUAGE ? "" : locale.toLanguageTag();
        } catch (IllformedLocaleException e) {
            return "";
        }
    }

    /** U+202A–U+202E and U+2066–U+2069 reorder the text around them. */
    private static boolean rejected(int point) {
        return REJECTED_TYPES.contains(Character.getType(point))
                || (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069);
    }
}
