package dev.gatehouse.auth.identity.invitation;

import dev.gatehouse.auth.identity.account.Account;
import dev.gatehouse.chassis.mail.language.Languages;
import dev.gatehouse.chassis.mail.message.Mail;
import dev.gatehouse.chassis.mail.message.MailText;
import dev.gatehouse.chassis.runtime.suite.SuiteConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.UUID;

/** Writes the mail, in the language of whom it is for; the link is made now and kept nowhere. */
@ApplicationScoped
class InvitationLetter {
    private final InvitationSecrets secrets;
    private final String origin;
    private final String helpdesk;

    InvitationLetter(InvitationSecrets secrets, SuiteConfig suite) {
        this.secrets = secrets;
        this.origin = suite.origin().toString();
        this.helpdesk = suite.helpdeskName();
    }

    Mail write(UUID invitationId, Account account, Instant expiresAt) {
        Locale language = Languages.of(account.locale());
        InvitationMessages messages = Languages.messages(InvitationMessages.class, language);
        MailText body = MailText.of(language, messages.mailHeading(account.displayName()), messages.mailLead(helpdesk))
                .exactFact(messages.mailAddress(), account.email())
                .fact(messages.mailUntil(), time(expiresAt, account))
                .button(messages.mailButton(), link(invitationId))
                .closing(messages.mailOnce())
                .closing(messages.mailNotYou());
        return new Mail(invitationId, account.email(), messages.mailSubject(helpdesk), body);
    }

    private URI link(UUID invitationId) {
        return URI.create(
                origin + InvitationPageResource.PATH + secrets.of(invitationId).reveal());
    }

    private static String time(Instant time, Account account) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.LONG)
                .withLocale(Locale.forLanguageTag(account.locale()))
                .withZone(ZoneId.of(account.timeZone()))
                .format(time);
    }
}
