package dev.gatehouse.chassis.security.accesstoken;

import dev.gatehouse.chassis.runtime.health.Outage;
import io.quarkus.arc.ClientProxy;
import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The key set that the minting service publishes, fetched in the background and kept while its source is down.
 *
 * <p>Fetched at start (again every second until it succeeds), every five minutes, and for an unknown key id at most
 * once in ten seconds, so that tokens made up by a stranger cannot turn this service against the publisher.
 */
@ApplicationScoped
@DefaultBean
class JwksOverHttp implements VerificationKeys {
    private static final Duration EVERY = Duration.ofMinutes(5);
    private static final Duration UNTIL_FIRST = Duration.ofSeconds(1);
    private static final Duration AT_MOST_EVERY = Duration.ofSeconds(10);
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final Vertx vertx;
    private final HttpClient http;
    private final RequestOptions source;
    private final InstantSource clock;
    private final Outage outage;
    private volatile Map<String, ECPublicKey> keys = Map.of();
    private Uni<Void> latest = Uni.createFrom().voidItem();
    private Instant nextRefreshAt = Instant.MIN;

    JwksOverHttp(
            Vertx vertx,
            InstantSource clock,
            @ConfigProperty(name = "mp.jwt.verify.publickey.location") String location) {
        this.vertx = vertx;
        this.http = vertx.createHttpClient();
        this.source = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(location)
                .setConnectTimeout(TIMEOUT.toMillis())
                .setTimeout(TIMEOUT.toMillis())
                .putHeader("Accept", "application/json");
        this.clock = clock;
        this.outage = new Outage("key set of access tokens", clock);
    }

    @Override
    public Optional<ECPublicKey> find(String keyId) {
        return Optional.ofNullable(keys.get(keyId));
    }

    @Override
    public Uni<Void> refresh() {
        return Uni.createFrom().deferred(this::sharedRefresh);
    }

    /** An observer lives even where another bean took the place of its own. */
    void begin(@Observes StartupEvent started, VerificationKeys inUse) {
        if (ClientProxy.unwrap(inUse) instanceof JwksOverHttp) {
            keepFetching();
        }
    }

    private void keepFetching() {
        fetch().subscribe().with(done -> vertx.setTimer(pause().toMillis(), timer -> keepFetching()));
    }

    private Duration pause() {
        return keys.isEmpty() ? UNTIL_FIRST : EVERY;
    }

    private synchronized Uni<Void> sharedRefresh() {
        Instant now = clock.instant();
        if (!now.isBefore(nextRefreshAt)) {
            nextRefreshAt = now.plus(AT_MOST_EVERY);
            latest = fetch().memoize().indefinitely();
        }
        return latest;
    }

    /** Never fails: what cannot be fetched leaves the keys as they are. */
    private Uni<Void> fetch() {
        return Uni.createFrom()
                .completionStage(() -> request().toCompletionStage())
                .ifNoItem()
                .after(TIMEOUT)
                .fail()
                .invoke(this::keep)
                .onFailure()
                .invoke(outage::began)
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private io.vertx.core.Future<Buffer> request() {
        return http.request(source).compose(request -> request.send()).compose(JwksOverHttp::body);
    }

    private static io.vertx.core.Future<Buffer> body(HttpClientResponse response) {
        return response.statusCode() == 200
                ? response.body()
                : io.vertx.core.Future.failedFuture("status " + response.statusCode());
    }

    private void keep(Buffer json) {
        Map<String, ECPublicKey> published = Jwks.parse(json.toString());
        if (published.isEmpty()) {
            throw new IllegalStateException("no usable key in the set");
        }
        keys = published;
        outage.ended();
    }
}
