package dev.gatehouse.iptrust.dns;

import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.dns.DnsClientOptions;
import io.vertx.core.dns.DnsException;
import io.vertx.core.dns.DnsResponseCode;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.dns.DnsClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Looks up the hostname of an address. Never fails, and completes within the configured time. */
@ApplicationScoped
public class ReverseLookup {
    private static final String METRIC = "gatehouse.hostname.lookups";

    private final List<DnsClient> clients;
    private final DnsConfig config;
    private final MeterRegistry metrics;
    private final Semaphore permits;
    private final AtomicInteger nextServer = new AtomicInteger();

    ReverseLookup(Vertx vertx, DnsConfig config, MeterRegistry metrics) {
        this.config = config;
        this.metrics = metrics;
        this.permits = new Semaphore(config.concurrent());
        this.clients = NameServers.of(config.servers()).stream()
                .map(server -> vertx.createDnsClient(options(server)))
                .toList();
    }

    /** Sends the queries now. Completes with {@link LookupResult.Failed} when too many lookups are running. */
    public Uni<LookupResult> of(IpAddress address) {
        return Uni.createFrom().deferred(() -> clients.isEmpty() || !permits.tryAcquire() ? failed() : lookUp(address));
    }

    private Uni<LookupResult> lookUp(IpAddress address) {
        Timer.Sample started = Timer.start(metrics);
        return reverse(address)
                .ifNoItem()
                .after(config.totalTimeout())
                .recoverWithItem(new LookupResult.Failed())
                .onFailure()
                .recoverWithItem(ReverseLookup::resultOf)
                .onTermination()
                .invoke(permits::release)
                .invoke(result -> started.stop(metrics.timer(METRIC, "result", nameOf(result))));
    }

    private Uni<LookupResult> reverse(IpAddress address) {
        return query(client -> client.resolvePTR(ReverseName.of(address)))
                .map(HostnamePolicy::hostname)
                .chain(name -> name.map(hostname -> confirm(hostname, address)).orElseGet(ReverseLookup::notFound));
    }

    private Uni<LookupResult> confirm(String hostname, IpAddress address) {
        return query(client -> address.isIpv6() ? client.resolveAAAA(hostname) : client.resolveA(hostname))
                .map(answers -> answers.stream().anyMatch(answer -> isSame(answer, address)))
                .onFailure()
                .recoverWithItem(false)
                .map(back -> back ? new LookupResult.Confirmed(hostname) : new LookupResult.Unconfirmed(hostname));
    }

    /* The retry uses the next server, if there is one. */
    private <T> Uni<T> query(Function<DnsClient, Uni<T>> query) {
        return Uni.createFrom()
                .deferred(() -> query.apply(nextClient()))
                .onItem()
                .ifNull()
                .failWith(() -> new DnsException(DnsResponseCode.NXDOMAIN))
                .onFailure(failure -> !isNotFound(failure))
                .retry()
                .atMost(1);
    }

    private DnsClient nextClient() {
        return clients.get(Math.floorMod(nextServer.getAndIncrement(), clients.size()));
    }

    private DnsClientOptions options(NameServers.Server server) {
        return new DnsClientOptions()
                .setHost(server.address())
                .setPort(server.port())
                .setQueryTimeout(config.queryTimeout().toMillis());
    }

    private static LookupResult resultOf(Throwable failure) {
        return isNotFound(failure) ? new LookupResult.NotFound() : new LookupResult.Failed();
    }

    private static boolean isNotFound(Throwable failure) {
        return failure instanceof DnsException dns && dns.code() == DnsResponseCode.NXDOMAIN;
    }

    private static boolean isSame(String answer, IpAddress address) {
        return IpAddress.parse(answer).filter(address::equals).isPresent();
    }

    private static Uni<LookupResult> notFound() {
        return Uni.createFrom().item(new LookupResult.NotFound());
    }

    private static Uni<LookupResult> failed() {
        return Uni.createFrom().item(new LookupResult.Failed());
    }

    private static String nameOf(LookupResult result) {
        return result.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
