package dev.gatehouse.chassis.mail.message;

import dev.gatehouse.chassis.runtime.suite.SuiteConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.regex.Pattern;

/** What stands above a mail: written only from values that cannot become another header or another recipient. */
@ApplicationScoped
class MailHeaders {
    private static final int LONGEST_ADDRESS = 254;
    private static final int LONGEST_SUBJECT = 200;
    /** One bare address: nothing that ends a line, lists another, or brings a name of its own. */
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\p{Cc}\\p{Cf}\\p{Z}\\p{Cs}\\\\\"(),:;<>@\\[\\]%]{1,64}@[\\p{L}\\p{N}.-]{1,253}");

    private static final Pattern NO_LINE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]");

    private final String host;

    @Inject
    MailHeaders(SuiteConfig suite) {
        this(suite.origin());
    }

    MailHeaders(URI origin) {
        this.host = origin.getHost();
    }

    /**
     * The same mail, or a permanent {@link MailFailure}: a mail that cannot be addressed must not be mended by guess.
     */
    Mail check(Mail mail) {
        boolean addressable = mail.to().length() <= LONGEST_ADDRESS
                && ADDRESS.matcher(mail.to()).matches()
                && !mail.to().contains("=?");
        if (!addressable) {
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

    io.quarkus.mailer.Mail address(Mail mail, MailLayout.Rendered rendered) {
        // "=?" would make a mail program decode what follows (RFC 2047), whatever it was in the text.
        String subject = mail.subject().replace("=?", "= ?");
        return new io.quarkus.mailer.Mail()
                .addTo(mail.to())
                .setSubject(subject)
                .setText(rendered.text())
                .setHtml(rendered.html())
                .addHeader("Message-ID", "<" + mail.id() + "@" + host + ">")
                .addHeader("Auto-Submitted", "auto-generated")
                .addHeader("X-Auto-Response-Suppress", "All");
    }
}
