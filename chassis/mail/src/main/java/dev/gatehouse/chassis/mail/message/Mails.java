package dev.gatehouse.chassis.mail.message;

import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Sends one mail now, as HTML and as text that is complete by itself; keeping, retrying and limiting is the caller's.
 */
@ApplicationScoped
public class Mails {
    private final ReactiveMailer mailer;
    private final MailLayout layout;
    private final MailHeaders headers;

    Mails(ReactiveMailer mailer, MailLayout layout, MailHeaders headers) {
        this.mailer = mailer;
        this.layout = layout;
        this.headers = headers;
    }

    /**
     * Hands the mail to the mail server; fails with {@link MailFailure} only. Completion means that the server took it,
     * not that it arrived.
     */
    public Uni<Void> send(Mail mail) {
        return Uni.createFrom()
                .item(() -> headers.check(mail))
                .chain(checked -> layout.render(checked))
                .map(rendered -> headers.address(mail, rendered))
                .chain(addressed -> mailer.send(addressed))
                .onFailure()
                .transform(MailFailures::of);
    }
}
