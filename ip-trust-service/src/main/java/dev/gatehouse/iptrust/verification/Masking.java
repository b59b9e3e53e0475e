package dev.gatehouse.iptrust.verification;

/** Shows enough of an e-mail address for its owner to recognise it, and too little for anybody else. */
final class Masking {
    private static final String HIDDEN = "***";

    private Masking() {}

    /** The first letter of the mailbox and the domain: {@code a***@helpdesk.example}. */
    static String email(String email) {
        int at = email.lastIndexOf('@');
        return at <= 0 ? HIDDEN : email.substring(0, email.offsetByCodePoints(0, 1)) + HIDDEN + email.substring(at);
    }
}
