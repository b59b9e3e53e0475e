package dev.gatehouse.chassis.mail.message;

import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Vertx;
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
    private final Supplier<ReactiveMailer> mailers;
    private final Duration limit;
    private volatile @Nullable Client client;

    SmtpConnection(Vertx vertx, Supplier<ReactiveMailer> mailers, Duration limit) {
        this.vertx = vertx;
        this.mailers = mailers;
        this.limit = limit;
    }

    Uni<Void> send(io.quarkus.mailer.Mail mail) {
        return opened().chain(open -> open.mailer().send(mail))
                .ifNoItem()
                .after(limit)
                .fail()
                .onFailure(TimeoutException.class)
                .call(this::close);
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
        Client fresh = new Client(mailers);
        return Uni.createFrom()
                .completionStage(() -> vertx.deployVerticle(fresh).toCompletionStage())
                .invoke(() -> client = fresh)
                .replaceWith(fresh);
    }

    /** Owns the sockets and timers of one mail client: what a verticle creates ends with it. */
    private static final class Client extends AbstractVerticle {
        private final Supplier<ReactiveMailer> mailers;
        private @Nullable ReactiveMailer mailer;

        Client(Supplier<ReactiveMailer> mailers) {
            this.mailers = mailers;
        }

        @Override
        public void start() {
            mailer = mailers.get();
        }

        ReactiveMailer mailer() {
            return Objects.requireNonNull(mailer);
        }
    }
}
