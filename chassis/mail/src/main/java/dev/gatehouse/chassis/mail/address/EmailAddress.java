package dev.gatehouse.chassis.mail.address;

import com.ibm.icu.text.IDNA;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address that mail can be sent to.
 *
 * <p>Stricter than RFC 5321: no quoted local part, comment, list or address literal, because the address becomes a mail
 * header and a log field. The local part is ASCII, because the mail client cannot announce SMTPUTF8 (RFC 6531); without
 * {@code %}, by which old servers relay, and without {@code =?}, which a mail program may decode (RFC 2047). The domain
 * may be international (IDNA2008 by UTS 46, not transitional) and is sent as A-labels.
 *
 * @param written as entered, in NFC
 * @param sendable as it goes to the mail server: ASCII
 * @param key identifies the mailbox: the same for every spelling of one domain and any case
 */
public record EmailAddress(String written, String sendable, String key) {
    private static final int MAX_LENGTH = 254;
    private static final int MAX_LOCAL = 64;
    private static final int MAX_DOMAIN = 253;
    private static final String ATOM = "[A-Za-z0-9!#$&'*+/=?^_`{|}~-]+";
    private static final Pattern LOCAL = Pattern.compile(ATOM + "(?:\\." + ATOM + ")*+");
    /** What is seen: UTS 46 ignores invisible characters and maps other dots. */
    private static final Pattern DOMAIN = Pattern.compile("[\\p{L}\\p{M}\\p{N}.-]{1,253}");

    private static final String ENCODED_WORD = "=?";
    private static final IDNA UTS46 = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII
            | IDNA.USE_STD3_RULES
            | IDNA.CHECK_BIDI
            | IDNA.CHECK_CONTEXTJ
            | IDNA.CHECK_CONTEXTO);

    /** Parses an address; empty for text that no mail can be sent to. */
    public static Optional<EmailAddress> parse(String text) {
        int at = text.lastIndexOf('@');
        if (text.length() > MAX_LENGTH || at <= 0 || !isLocal(text.substring(0, at))) {
            return Optional.empty();
        }
        String local = text.substring(0, at);
        String domain = Normalizer.normalize(text.substring(at + 1), Normalizer.Form.NFC);
        return ascii(domain)
                .map(labels -> new EmailAddress(
                        local + "@" + domain, local + "@" + labels, local.toLowerCase(Locale.ROOT) + "@" + labels))
                .filter(address -> address.sendable.length() <= MAX_LENGTH);
    }

    /** Whether the local part has characters beyond ASCII: well-formed elsewhere, and not here. */
    public static boolean isInternationalLocal(String text) {
        int at = text.lastIndexOf('@');
        return at > 0 && text.substring(0, at).chars().anyMatch(c -> c > 0x7F);
    }

    private static boolean isLocal(String local) {
        return local.length() <= MAX_LOCAL && LOCAL.matcher(local).matches() && !local.contains(ENCODED_WORD);
    }

    private static Optional<String> ascii(String domain) {
        IDNA.Info info = new IDNA.Info();
        String labels = UTS46.nameToASCII(domain, new StringBuilder(), info).toString();
        boolean valid = !info.hasErrors()
                && labels.length() <= MAX_DOMAIN
                && !labels.endsWith(".")
                && DOMAIN.matcher(domain).matches();
        return valid ? Optional.of(labels) : Optional.empty();
    }

    /** Redacted: addresses of people stay out of logs. */
    @Override
    public String toString() {
        return "EmailAddress[redacted]";
    }
}
