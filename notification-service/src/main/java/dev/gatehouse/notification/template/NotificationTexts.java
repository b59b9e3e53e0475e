package dev.gatehouse.notification.template;

import dev.gatehouse.chassis.mail.message.MailText;
import dev.gatehouse.chassis.runtime.suite.SuiteConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Finds the words for a notification, in the language and time zone of who reads it. */
@ApplicationScoped
public class NotificationTexts {
    private final String helpdesk;

    @Inject
    NotificationTexts(SuiteConfig suite) {
        this(suite.helpdeskName());
    }

    NotificationTexts(String helpdesk) {
        this.helpdesk = helpdesk;
    }

    /** What it says in the app. */
    public InAppText inApp(NotificationFacts facts, Reader reader) {
        Wording words = Wording.of(reader);
        return new InAppText(title(facts, words), sentence(facts, words));
    }

    /** What it says by mail. */
    public MailContent mail(NotificationFacts facts, Reader reader) {
        Wording words = Wording.of(reader);
        String subject = words.text("subject", title(facts, words), PlainText.of(helpdesk));
        MailText body = MailText.of(words.texts().locale(), title(facts, words), sentence(facts, words));
        return new MailContent(subject, closed(withFacts(body, facts, reader), facts, words));
    }

    private static String title(NotificationFacts facts, Wording words) {
        String variant = facts.kind() == NotificationKind.LOGIN_FAILED ? often(facts) : "";
        return words.text(facts.kind() + ".title" + variant, facts.occurrences());
    }

    private static String sentence(NotificationFacts facts, Wording words) {
        return switch (facts.kind()) {
            case LOGIN -> signIn("login.text", facts, words);
            case LOGIN_FAILED -> signIn("login_failed.text" + often(facts), facts, words);
            case NEW_ADDRESS ->
                words.text("new_address.text", facts.detail(Detail.NETWORK).orElse(""), until(facts, words));
            case ADMIN_GRANTED ->
                facts.detail(Detail.UNTIL).isPresent()
                        ? words.text("admin_granted.text.until", until(facts, words))
                        : words.text("admin_granted.text.forever");
            case PASSWORD_CHANGED -> {
                String who = facts.detail(Detail.BY_ANOTHER).isPresent() ? ".another" : ".self";
                yield words.text("password_changed.text" + who, words.time(facts.occurredAt()));
            }
            case SESSION_THEFT -> words.text("session_theft.text", words.origin(facts));
        };
    }

    private static String signIn(String key, NotificationFacts facts, Wording words) {
        return words.text(
                key,
                words.origin(facts),
                words.time(facts.occurredAt()),
                words.program(facts.program()),
                facts.occurrences());
    }

    private static String often(NotificationFacts facts) {
        return facts.occurrences() == 1 ? ".one" : ".many";
    }

    private static String until(NotificationFacts facts, Wording words) {
        return facts.detail(Detail.UNTIL).map(Instant::parse).map(words::time).orElse("");
    }

    private static MailText withFacts(MailText body, NotificationFacts facts, Reader reader) {
        Wording words = Wording.of(reader);
        MailText account = body.fact(words.text("fact.account"), PlainText.of(reader.displayName()));
        MailText origin = facts.ip() == null ? account : withOrigin(account, facts, words);
        MailText timed = origin.fact(words.text("fact.time"), words.time(facts.occurredAt()));
        return withReason(withCount(timed, facts, words), facts, words);
    }

    private static MailText withOrigin(MailText body, NotificationFacts facts, Wording words) {
        MailText address = body.exactFact(words.text("fact.address"), String.valueOf(facts.ip()))
                .fact(words.text("fact.hostname"), words.hostname(facts));
        // The program that confirmed a new address need not be the one that signs in from it.
        return facts.kind() == NotificationKind.NEW_ADDRESS
                ? address
                : address.fact(words.text("fact.program"), words.programFact(facts.program()));
    }

    private static MailText withCount(MailText body, NotificationFacts facts, Wording words) {
        return facts.occurrences() == 1
                ? body
                : body.fact(words.text("fact.count"), words.text("count", facts.occurrences()));
    }

    private static MailText withReason(MailText body, NotificationFacts facts, Wording words) {
        Optional<String> reason = facts.detail(Detail.REASON).map(PlainText::of).filter(text -> !text.isEmpty());
        return reason.map(text -> body.fact(words.text("fact.reason"), text)).orElse(body);
    }

    private static MailText closed(MailText body, NotificationFacts facts, Wording words) {
        return body.closing(words.text(facts.kind() + ".advice"))
                .closing(words.text(facts.kind().isAlwaysMandatory() ? "why.mandatory" : "why.chosen"));
    }
}
