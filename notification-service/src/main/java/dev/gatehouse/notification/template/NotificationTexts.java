package dev.gatehouse.notification.template;

import dev.gatehouse.chassis.mail.message.MailText;
import dev.gatehouse.chassis.runtime.suite.SuiteConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Locale;

/** Writes the text of a notification, for the app and for its mail, in the reader's language and time zone. */
@ApplicationScoped
public class NotificationTexts {
    private final SuiteConfig suite;

    NotificationTexts(SuiteConfig suite) {
        this.suite = suite;
    }

    /** The text in the app. */
    public InAppText inApp(NotificationFacts facts, Reader reader) {
        LocalizedNotification localized = LocalizedNotification.of(facts, reader);
        return new InAppText(localized.title(), localized.text());
    }

    /** The content of the mail. */
    public MailContent mail(NotificationFacts facts, Reader reader) {
        LocalizedNotification localized = LocalizedNotification.of(facts, reader);
        String subject = localized.messages().subject(localized.title(), PlainText.of(suite.helpdeskName()));
        MailText body = withFacts(
                        MailText.of(localized.locale(), localized.title(), localized.text()), localized, reader)
                .closing(localized.advice())
                .closing(localized.why());
        return new MailContent(subject, body);
    }

    private static MailText withFacts(MailText body, LocalizedNotification localized, Reader reader) {
        NotificationMessages messages = localized.messages();
        String owner = localized.facts().detail(Detail.AGENT).orElseGet(reader::displayName);
        MailText account = body.fact(messages.factAccount(), PlainText.of(owner));
        MailText timed = withOrigin(account, localized).fact(messages.factTime(), localized.time());
        return withReason(withCount(timed, localized), localized);
    }

    private static MailText withOrigin(MailText body, LocalizedNotification localized) {
        NotificationMessages messages = localized.messages();
        NotificationFacts facts = localized.facts();
        String ip = facts.ip();
        if (ip == null) {
            return body;
        }
        MailText address =
                body.exactFact(messages.factAddress(), ip).fact(messages.factHostname(), localized.hostname());
        // The user agent that confirmed a new address need not be the one that logs in from it.
        return facts.kind() == NotificationKind.NEW_ADDRESS
                ? address
                : address.fact(messages.factUserAgent(), localized.userAgentFact());
    }

    private static MailText withCount(MailText body, LocalizedNotification localized) {
        return localized.facts().occurrences() == 1
                ? body
                : body.fact(localized.messages().factCount(), localized.count());
    }

    private static MailText withReason(MailText body, LocalizedNotification localized) {
        return localized
                .facts()
                .detail(Detail.REASON)
                .map(PlainText::of)
                .filter(reason -> !reason.isEmpty())
                .map(reason -> body.fact(localized.messages().factReason(), reason))
                .orElse(body);
    }

    /** The person who reads a notification. */
    public record Reader(String displayName, Locale locale, ZoneId timeZone) {}

    /** The text of a notification in the app, as plain text. */
    public record InAppText(String title, String text) {}

    /** The content of the mail of a notification. */
    public record MailContent(String subject, MailText body) {}
}
