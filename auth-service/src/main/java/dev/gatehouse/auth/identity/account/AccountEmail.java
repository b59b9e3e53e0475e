package dev.gatehouse.auth.identity.account;

import dev.gatehouse.chassis.mail.address.EmailAddress;
import java.util.Optional;

/**
 * An e-mail address that identifies an account: one that mail can be sent to ({@link EmailAddress}). Dots, tags and
 * look-alike letters are kept: two addresses that a mail server may tell apart are two accounts. The spellings of one
 * domain are one account.
 *
 * @param written as entered, in NFC
 * @param normalised the key for comparison: lower case, the domain as A-labels
 */
public record AccountEmail(String written, String normalised) {
    /** Parses an address; empty if it cannot identify an account. */
    public static Optional<AccountEmail> parse(String text) {
        return EmailAddress.parse(text).map(address -> new AccountEmail(address.written(), address.key()));
    }

    /**
     * The address with all but the first character of its local part hidden, for events and logs: {@code j***@x.test}.
     */
    public String masked() {
        return written.charAt(0) + "***" + written.substring(written.lastIndexOf('@'));
    }

    /** Masked. */
    @Override
    public String toString() {
        return masked();
    }
}
