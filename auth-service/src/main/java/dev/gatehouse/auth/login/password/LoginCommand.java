package dev.gatehouse.auth.login.password;

import dev.gatehouse.auth.identity.account.AccountEmail;
import dev.gatehouse.auth.login.challenge.ChallengeClient;
import dev.gatehouse.auth.token.Transport;
import dev.gatehouse.chassis.security.secret.Secret;
import java.text.Normalizer;
import java.util.Locale;

/** A wish to sign in. */
record LoginCommand(
        ChallengeClient client, TypedEmail email, Secret password, boolean rememberMe, Transport transport) {

    /**
     * What was typed where an e-mail address belongs.
     *
     * @param key by which an account is found; matches none when it is no address
     * @param normalised for the digest of an unknown one: the same for the same address, however it is written
     */
    record TypedEmail(String key, String normalised) {
        private static final String NO_ACCOUNT = "";

        static TypedEmail of(String typed) {
            return AccountEmail.parse(typed)
                    .map(email -> new TypedEmail(email.normalised(), email.normalised()))
                    .orElseGet(() -> new TypedEmail(NO_ACCOUNT, normalise(typed)));
        }

        private static String normalise(String typed) {
            return Normalizer.normalize(typed.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        }

        /** Nothing: people type passwords here. */
        @Override
        public String toString() {
            return "TypedEmail[redacted]";
        }
    }
}
