package dev.gatehouse.auth.login.password;

import dev.gatehouse.auth.token.RefreshToken.Transport;
import dev.gatehouse.auth.token.SessionClient;
import dev.gatehouse.chassis.mail.address.EmailAddress;
import dev.gatehouse.chassis.security.secret.Secret;
import dev.gatehouse.contracts.identity.Audience;
import java.text.Normalizer;
import java.util.Locale;

/**
 * The input of a login.
 *
 * @param rememberMe as requested; the settings decide whether it is granted
 */
record LoginCommand(
        Audience audience,
        SessionClient client,
        TypedEmail email,
        Secret password,
        boolean rememberMe,
        Transport transport) {

    /**
     * The text that was typed as an e-mail address.
     *
     * @param key finds the account; matches no account when the text is not an address
     * @param normalised the input of the digest of an unknown address: the same for every spelling of one address
     */
    record TypedEmail(String key, String normalised) {
        private static final String NO_ACCOUNT = "";

        static TypedEmail of(String typed) {
            return EmailAddress.parse(typed)
                    .map(email -> new TypedEmail(email.key(), email.key()))
                    .orElseGet(() -> new TypedEmail(NO_ACCOUNT, normalise(typed)));
        }

        /**
         * The text without the space around it, the non-breaking kinds included: keyboards of telephones add it, and no
         * account can have one there.
         */
        static String stripped(String typed) {
            int from = 0;
            int to = typed.length();
            while (from < to && isSpace(typed.charAt(from))) {
                from++;
            }
            while (from < to && isSpace(typed.charAt(to - 1))) {
                to--;
            }
            return typed.substring(from, to);
        }

        private static boolean isSpace(char c) {
            return Character.isWhitespace(c) || Character.isSpaceChar(c);
        }

        private static String normalise(String typed) {
            return Normalizer.normalize(typed, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        }

        /** Without the text: people type passwords here. */
        @Override
        public String toString() {
            return "TypedEmail[redacted]";
        }
    }
}
