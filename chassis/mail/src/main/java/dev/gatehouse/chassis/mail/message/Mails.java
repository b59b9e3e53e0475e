package dev.gatehouse.chassis.mail.message;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Sends one mail now, as HTML and as a complete text; keeping and retrying is the work of the mail queue. */
@ApplicationScoped
public class Mails {
    private final MailLayout layout;
    private final MailHeaders headers;

    Mails(MailLayout layout, MailHeaders headers) {
        this.layout = layout;
        this.headers = headers;
    }

    /**
     * Hands the mail to the SMTP server; fails with {@link MailFailure} only. Completion means that the server took it,
     * not that it arrived.
     */
    public Uni<Void> send(Mail mail, SmtpConnection connection) {
        return Uni.createFrom()
                .item(() -> headers.check(mail))
                .chain(checked -> layout.render(checked))
                .map(rendered -> headers.address(mail, rendered))
                .chain(connection::send)
                .onFailure()
                .transform(MailFailures::of);
    }
}
