package dev.gatehouse.auth.credential.policy;

import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.http.problem.Violation;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.runtime.log.Log;
import dev.gatehouse.chassis.security.secret.Secret;
import dev.gatehouse.contracts.event.BreachCheckFailed;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Looks passwords up among the breached ones by k-anonymity: only the first five digits of the SHA-1 leave the service,
 * with padding asked for, so that neither the answer's length nor the question tells the password. Fails open: when the
 * list cannot be asked the password is accepted and {@code breach-check.failed} is published, because nobody could
 * change a password otherwise while the list is away.
 */
@ApplicationScoped
class BreachedPasswords {
    private static final Log LOG = Log.of(BreachedPasswords.class);
    private static final int PREFIX = 5;
    private static final int OK = 200;

    private final Optional<URI> list;
    private final PolicyConfig config;
    private final HttpClient client;
    private final Events events;
    private final Transactions transactions;

    BreachedPasswords(PolicyConfig config, Events events, Transactions transactions) {
        this.list = config.breachUrl();
        this.config = config;
        this.client =
                HttpClient.newBuilder().connectTimeout(config.breachTimeout()).build();
        this.events = events;
        this.transactions = transactions;
    }

    /** One violation when it is on the list; none when it is not, when there is no list, or when it cannot be asked. */
    Uni<List<Violation>> violations(String field, Secret password, @Nullable UUID accountId) {
        return list.isEmpty()
                ? Uni.createFrom().item(List.of())
                : lookUp(list.get(), digest(password))
                        .map(found -> found
                                ? List.of(
                                        new Violation(field, "breached", "is known from a breach: choose another one"))
                                : List.<Violation>of())
                        .onFailure()
                        .recoverWithUni(failure -> accepted(cause(failure), accountId));
    }

    private Uni<Boolean> lookUp(URI url, String digest) {
        String base = url.toString();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(base + (base.endsWith("/") ? "" : "/") + digest.substring(0, PREFIX)))
                .header("Add-Padding", "true")
                .timeout(config.breachTimeout())
                .build();
        return Uni.createFrom()
                .completionStage(() -> client.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
                .emitOn(backToCaller())
                .map(response -> holds(response, digest.substring(PREFIX)));
    }

    /** A padded line has the count 0 and means nothing. */
    private static boolean holds(HttpResponse<String> response, String rest) {
        if (response.statusCode() != OK) {
            throw new IllegalStateException("The list answered " + response.statusCode());
        }
        return response.body()
                .lines()
                .map(String::strip)
                .anyMatch(line -> line.startsWith(rest + ":") && !line.endsWith(":0"));
    }

    private Uni<List<Violation>> accepted(String cause, @Nullable UUID accountId) {
        LOG.with("cause", cause).warn("The list of breached passwords could not be asked; the password was accepted");
        return transactions
                .run(() -> events.publish(events.event(new BreachCheckFailed(cause), Origin.SYSTEM)
                        .about(accountId)
                        .failed(cause)))
                .replaceWith(List.of());
    }

    private static String cause(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        if (failure instanceof HttpTimeoutException || cause instanceof HttpTimeoutException) {
            return "timeout";
        }
        return failure instanceof IllegalStateException ? "bad_answer" : "unreachable";
    }

    private static String digest(Secret password) {
        String text = Normalizer.normalize(password.reveal(), Normalizer.Form.NFC);
        try {
            byte[] sha1 = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha1).toUpperCase(Locale.ROOT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-1", e);
        }
    }

    private static Executor backToCaller() {
        Context caller = Vertx.currentContext();
        return caller == null ? Runnable::run : task -> caller.runOnContext(nothing -> task.run());
    }

    @PreDestroy
    void stop() {
        client.close();
    }
}
