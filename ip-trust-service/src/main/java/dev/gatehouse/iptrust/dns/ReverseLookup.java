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

/** Finds the name of an address; never fails, and answers within the configured time. */
@ApplicationScoped
public class ReverseLookup {
    private static final String METRIC = "gatehouse.hostname.lookups";

    private final List<DnsClient> clients;
    private final DnsConfig settings;
    private final MeterRegistry metrics;
    private final Semaphore places;
    private final AtomicInteger turn = new AtomicInteger();

    ReverseLookup(Vertx vertx, DnsConfig settings, MeterRegistry metrics) {
        this.settings = settings;
        this.metrics = metrics;
        this.places = new Semaphore(settings.concurrent());
        this.clients = NameServers.of(settings.servers()).stream()
                .map(server -> vertx.createDnsClient(options(server)))
                .toList();
    }

    /** Asks now. */
    public Uni<LookupResult> of(IpAddress address) {
        return Uni.createFrom().deferred(() -> clients.isEmpty() || !places.tryAcquire() ? unanswered() : ask(address));
    }

    private Uni<LookupResult> ask(IpAddress address) {
        Timer.Sample started = Timer.start(metrics);
        return reverse(address)
                .ifNoItem()
                .after(settings.totalTimeout())
                .recoverWithItem(new LookupResult.Unanswered())
                .onFailure()
                .recoverWithItem(ReverseLookup::withoutName)
                .onTermination()
                .invoke(places::release)
                .invoke(result -> started.stop(metrics.timer(METRIC, "result", nameOf(result))));
    }

    private Uni<LookupResult> reverse(IpAddress address) {
        return question(client -> client.resolvePTR(ReverseName.of(address)))
                .map(HostnamePolicy::hostname)
                .chain(name -> name.map(hostname -> confirm(hostname, address)).orElseGet(ReverseLookup::nameless));
    }

    private Uni<LookupResult> confirm(String hostname, IpAddress address) {
        return question(client -> address.isIpv6() ? client.resolveAAAA(hostname) : client.resolveA(hostname))
                .map(answers -> answers.stream().anyMatch(answer -> is(answer, address)))
                .onFailure()
                .recoverWithItem(false)
                .map(back -> back ? new LookupResult.Confirmed(hostname) : new LookupResult.Unconfirmed(hostname));
    }

    /* The second try goes to the next server, if there is one. */
    private <T> Uni<T> question(Function<DnsClient, Uni<T>> question) {
        return Uni.createFrom()
                .deferred(() -> question.apply(nextClient()))
                .onItem()
                .ifNull()
                .failWith(() -> new DnsException(DnsResponseCode.NXDOMAIN))
                .onFailure(failure -> !isNoSuchName(failure))
                .retry()
                .atMost(1);
    }

    private DnsClient nextClient() {
        return clients.get(Math.floorMod(turn.getAndIncrement(), clients.size()));
    }

    private DnsClientOptions options(NameServers.Server server) {
        return new DnsClientOptions()
                .setHost(server.address())
                .setPort(server.port())
                .setQueryTimeout(settings.queryTimeout().toMillis());
    }

    private static LookupResult withoutName(Throwable failure) {
        return isNoSuchName(failure) ? new LookupResult.Nameless() : new LookupResult.Unanswered();
    }

    private static boolean isNoSuchName(Throwable failure) {
        return failure instanceof DnsException dns && dns.code() == DnsResponseCode.NXDOMAIN;
    }

    private static boolean is(String answer, IpAddress address) {
        return IpAddress.parse(answer).filter(address::equals).isPresent();
    }

    private static Uni<LookupResult> nameless() {
        return Uni.createFrom().item(new LookupResult.Nameless());
    }

    private static Uni<LookupResult> unanswered() {
        return Uni.createFrom().item(new LookupResult.Unanswered());
    }

    private static String nameOf(LookupResult result) {
        return result.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
