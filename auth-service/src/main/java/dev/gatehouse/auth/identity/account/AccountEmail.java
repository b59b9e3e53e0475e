package dev.gatehouse.auth.identity.account;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address that can identify an account.
 *
 * <p>Stricter than RFC 5321: no quoted local part, comment or list, no control, space or invisible character, because
 * the address becomes a mail header and a log field. Dots, tags and look-alike letters are kept: two addresses that a
 * mail server may distinguish are two accounts.
 *
 * @param written as entered, in NFC; the address that mail is sent to
 * @param normalised the key for comparison: lower case, independent of the locale
 */
public record AccountEmail(String written, String normalised) {
    private static final int MAX_LENGTH = 254;
    private static final int MAX_LOCAL = 64;
    private static final Pattern LOCAL = Pattern.compile(
            "[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+" + "(?:\\.[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*");
    private static final String LABEL = "[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]{0,61}[\\p{L}\\p{M}\\p{N}])?";
    private static final Pattern DOMAIN = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*");

    /** Parses an address; empty if it cannot identify an account. */
    public static Optional<AccountEmail> parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String written = Normalizer.normalize(text, Normalizer.Form.NFC);
        return acceptable(written) ? Optional.of(new AccountEmail(written, normalise(written))) : Optional.empty();
    }

    /**
     * The address with all but the first character of its local part hidden, for events and logs: {@code j***@x.test}.
     */
    public String masked() {
        int at = written.lastIndexOf('@');
        return written.substring(0, written.offsetByCodePoints(0, 1)) + "***" + written.substring(at);
    }

    private static boolean acceptable(String written) {
        int at = written.lastIndexOf('@');
        return at > 0
                && octets(written) <= MAX_LENGTH
                && octets(normalise(written)) <= MAX_LENGTH
                && octets(written.substring(0, at)) <= MAX_LOCAL
                && LOCAL.matcher(written.substring(0, at)).matches()
                && DOMAIN.matcher(written.substring(at + 1)).matches();
    }

    private static String normalise(String written) {
        return Normalizer.normalize(written.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }

    private static int octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Masked. */
    @Override
    public String toString() {
        return masked();
    }
}
