package dev.gatehouse.iptrust.verification;

import dev.gatehouse.chassis.mail.language.LocalTime;
import dev.gatehouse.chassis.mail.message.MailText.Fact;
import dev.gatehouse.chassis.mail.useragent.UserAgent;
import dev.gatehouse.iptrust.account.Account;
import dev.gatehouse.iptrust.verification.Verifications.OpenVerification;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The facts of a login, in the same words and order on the page and in the mail. */
final class LoginFacts {
    private static final String HIDDEN = "***";

    private LoginFacts() {}

    static List<Fact> of(
            OpenVerification verification,
            UserAgent client,
            Optional<String> hostname,
            VerificationMessages messages,
            Locale language) {
        Account account = verification.account();
        return List.of(
                new Fact(messages.factAccount(), masked(account.email()), Fact.Face.TEXT),
                new Fact(messages.factAddress(), verification.address().canonical(), Fact.Face.EXACT),
                new Fact(messages.factHostname(), hostname.orElse(messages.hostnameNone()), Fact.Face.TEXT),
                new Fact(messages.factClient(), client(client, messages), Fact.Face.TEXT),
                new Fact(
                        messages.factTime(),
                        LocalTime.of(verification.requestedAt(), language, LocalTime.zone(account.timeZone())),
                        Fact.Face.TEXT));
    }

    /** Enough of an e-mail address for its owner to recognise it: {@code a***@helpdesk.example}. */
    static String masked(String email) {
        int at = email.lastIndexOf('@');
        return at <= 0 ? HIDDEN : email.substring(0, email.offsetByCodePoints(0, 1)) + HIDDEN + email.substring(at);
    }

    private static String client(UserAgent client, VerificationMessages messages) {
        String browser = Optional.ofNullable(client.browser()).orElseGet(messages::clientUnknown);
        return client.system() == null ? browser : browser + ", " + client.system();
    }
}
