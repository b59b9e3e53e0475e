package dev.gatehouse.chassis.mail.message;

import dev.gatehouse.chassis.mail.address.EmailAddress;
import dev.gatehouse.chassis.runtime.suite.RefusedSetting;
import dev.gatehouse.chassis.runtime.suite.SuiteConfig;
import io.quarkus.mailer.runtime.MailerRuntimeConfig;
import io.quarkus.mailer.runtime.Mailers;
import io.quarkus.mailer.runtime.MailersRuntimeConfig;
import io.vertx.ext.mail.MailMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** What stands above a mail: written only from values that cannot become another header or another recipient. */
@ApplicationScoped
class MailHeaders {
    private static final int LONGEST_SUBJECT = 200;
    private static final Pattern NO_LINE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]");

    private final String host;
    private final String from;

    @Inject
    MailHeaders(SuiteConfig suite, MailersRuntimeConfig mailers) {
        this(suite.origin(), from(mailers));
    }

    MailHeaders(URI origin, String from) {
        this.host = origin.getHost();
        this.from = from;
    }

    private static String from(MailersRuntimeConfig mailers) {
        return Optional.ofNullable(mailers.mailers().get(Mailers.DEFAULT_MAILER_NAME))
                .flatMap(MailerRuntimeConfig::from)
                .orElseThrow(() -> new RefusedSetting("No sender is configured: GATEHOUSE_MAIL_FROM"));
    }

    /**
     * The same mail, or a permanent {@link MailFailure}: a mail that cannot be addressed must not be mended by guess.
     */
    Mail check(Mail mail) {
        if (EmailAddress.parse(mail.to()).isEmpty()) {
            throw new MailFailure(MailFailure.Kind.PERMANENT, "the recipient is not one plain address");
        }
        boolean sayable = mail.subject().length() <= LONGEST_SUBJECT
                && !mail.subject().isBlank()
                && !NO_LINE.matcher(mail.subject()).find();
        if (!sayable) {
            throw new MailFailure(MailFailure.Kind.PERMANENT, "the subject is not one plain line");
        }
        return mail;
    }

    /** The message, without any list of recipients but the one: an empty list would become an empty header. */
    MailMessage address(Mail mail, MailLayout.Rendered rendered) {
        // "=?" would make a mail program decode what follows (RFC 2047), whatever it was in the text.
        String subject = mail.subject().replace("=?", "= ?");
        MailMessage message = new MailMessage()
                .setFrom(from)
                .setTo(EmailAddress.parse(mail.to()).orElseThrow().sendable())
                .setSubject(subject)
                .setText(rendered.text())
                .setHtml(rendered.html());
        return message.addHeader("Message-ID", "<" + mail.id() + "@" + host + ">")
                .addHeader("Auto-Submitted", "auto-generated")
                .addHeader("X-Auto-Response-Suppress", "All");
    }
}
