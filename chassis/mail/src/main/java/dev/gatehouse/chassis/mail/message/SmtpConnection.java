package dev.gatehouse.chassis.mail.message;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailMessage;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A connection to the SMTP server that one caller at a time uses; opened with the first mail, reused for the next.
 *
 * <p>A mail that is not taken within the time limit ends the connection, whatever the server does. The mail client of
 * Vert.x closes a connection in use only when its command has been answered, so the client lives in a verticle of its
 * own: undeploying it closes the socket at once.
 */
public final class SmtpConnection {
    private final Vertx vertx;
    private final Supplier<MailClient> clients;
    private final Duration limit;
    private volatile @Nullable Client client;

    SmtpConnection(Vertx vertx, Supplier<MailClient> clients, Duration limit) {
        this.vertx = vertx;
        this.clients = clients;
        this.limit = limit;
    }

    Uni<Void> send(MailMessage mail) {
        return opened().chain(open -> Uni.createFrom()
                        .completionStage(() -> open.mailClient().sendMail(mail).toCompletionStage()))
                .ifNoItem()
                .after(limit)
                .fail()
                .onFailure(TimeoutException.class)
                .call(this::close)
                .replaceWithVoid();
    }

    /** Ends the connection at once; the next mail opens another. */
    public Uni<Void> close() {
        Client open = client;
        client = null;
        return open == null
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().completionStage(() -> vertx.undeploy(open.deploymentID())
                        .toCompletionStage());
    }

    private Uni<Client> opened() {
        Client open = client;
        return open == null ? open() : Uni.createFrom().item(open);
    }

    private Uni<Client> open() {
        Client fresh = new Client(clients);
        return Uni.createFrom()
                .completionStage(() -> vertx.deployVerticle(fresh).toCompletionStage())
                .invoke(() -> client = fresh)
                .replaceWith(fresh);
    }

    /** Owns the sockets and timers of one mail client: what a verticle creates ends with it. */
    private static final class Client extends AbstractVerticle {
        private final Supplier<MailClient> clients;
        private @Nullable MailClient mailClient;

        Client(Supplier<MailClient> clients) {
            this.clients = clients;
        }

        @Override
        public void start() {
            mailClient = clients.get();
        }

        MailClient mailClient() {
            return Objects.requireNonNull(mailClient);
        }
    }
}
