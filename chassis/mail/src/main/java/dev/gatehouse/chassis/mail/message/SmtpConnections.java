package dev.gatehouse.chassis.mail.message;

import io.quarkus.mailer.SentMail;
import io.quarkus.mailer.runtime.MailerSupport;
import io.quarkus.mailer.runtime.Mailers;
import io.quarkus.mailer.runtime.MailersRuntimeConfig;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.util.Set;

/**
 * Makes connections to the SMTP server that {@code quarkus.mailer.*} names. The framework's own mailer shares one
 * client that cannot be closed while a server does not answer; here each connection has its own.
 */
@ApplicationScoped
public class SmtpConnections {
    private final Vertx vertx;
    private final MailersRuntimeConfig config;
    private final TlsConfigurationRegistry tls;
    private final Event<SentMail> sentMails;

    SmtpConnections(Vertx vertx, MailersRuntimeConfig config, TlsConfigurationRegistry tls, Event<SentMail> sentMails) {
        this.vertx = vertx;
        this.config = config;
        this.tls = tls;
        this.sentMails = sentMails;
    }

    /** A connection, not yet opened, on which no mail takes longer than this. */
    public SmtpConnection create(Duration limit) {
        return new SmtpConnection(vertx, this::client, limit);
    }

    private MailClient client() {
        return new Mailers(
                        vertx,
                        io.vertx.mutiny.core.Vertx.newInstance(vertx),
                        config,
                        LaunchMode.current(),
                        new MailerSupport(true, Set.of()),
                        tls,
                        sentMails)
                .mailClientFromName(Mailers.DEFAULT_MAILER_NAME);
    }
}
