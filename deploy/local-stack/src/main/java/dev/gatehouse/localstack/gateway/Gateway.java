package dev.gatehouse.localstack.gateway;

import dev.gatehouse.contracts.problem.ProblemType;
import dev.gatehouse.localstack.suite.Member;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;

/** A running gateway. */
public final class Gateway implements AutoCloseable {
    /** Name of the part. */
    public static final String PART = "gateway";

    /** Only IPv4: a peer that arrives as ::1 would not be the one trusted proxy that the services know. */
    private static final String LOOPBACK = "127.0.0.1";

    private static final int HEADER_BYTES = 16 * 1024;
    private static final int CONNECT_MILLIS = 2_000;
    /** Every open login challenge holds a connection for the time of its long poll. */
    private static final int CONNECTIONS_PER_SERVICE = 4_000;

    private final HttpServer server;
    private final HttpClient client;
    private final HttpClient newConnections;
    private final Map<Member, HttpProxy> proxies = new EnumMap<>(Member.class);

    private final HomePage home;
    private final InterfaceDocument document = InterfaceDocument.load();

    private Gateway(Vertx vertx, int port, Map<Member, Integer> ports, HomePage home) {
        this.home = home;
        PoolOptions pool = new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_SERVICE);
        this.client = vertx.createHttpClient(clientOptions(), pool);
        this.newConnections = vertx.createHttpClient(clientOptions().setKeepAlive(false), pool);
        ports.forEach((member, memberPort) -> proxies.put(member, proxyTo(memberPort)));
        this.server = vertx.createHttpServer(serverOptions().setPort(port))
                .requestHandler(this::answer)
                .invalidRequestHandler(Gateway::refuseUnreadable);
    }

    /**
     * Starts it; returns when it takes requests.
     *
     * @param port 0 means any free one
     * @param ports where each service listens, all four of them
     * @param mailbox address of the mailbox's page, which the gateway's own page links to
     */
    public static Gateway start(Vertx vertx, int port, Map<Member, Integer> ports, String mailbox) throws IOException {
        Gateway gateway = new Gateway(vertx, port, ports, new HomePage(mailbox));
        try {
            var unused = gateway.server
                    .listen()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get();
            return gateway;
        } catch (ExecutionException e) {
            throw new IOException("the gateway could not be started on port " + port, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while starting the gateway", e);
        }
    }

    private static HttpClientOptions clientOptions() {
        return new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS).setLocalAddress(LOOPBACK);
    }

    private static HttpServerOptions serverOptions() {
        return new HttpServerOptions()
                .setHost(LOOPBACK)
                .setMaxHeaderSize(HEADER_BYTES)
                .setHttp2ClearTextEnabled(false)
                .setHandle100ContinueAutomatically(true);
    }

    /** The port it listens on. */
    public int port() {
        return server.actualPort();
    }

    private void answer(HttpServerRequest request) {
        if (request.headers().getAll("Host").size() > 1) {
            new GatewayProblem(ProblemType.MALFORMED_REQUEST, "Send one Host header.").answer(request.response());
            return;
        }
        switch (RouteTable.route(RequestTarget.of(request.uri()).path())) {
            case Routing.To(Member member) ->
                Objects.requireNonNull(proxies.get(member)).handle(request);
            case Routing.Home() -> home.answer(request);
            case Routing.Document() -> document.answer(request);
            case Routing.Refused() ->
                new GatewayProblem(ProblemType.REFUSED_PATH, "Send the path without escapes, empty or dot segments.")
                        .answer(request.response());
            case Routing.Unknown() ->
                new GatewayProblem(ProblemType.NOT_FOUND, "No audience of Gatehouse begins like this.")
                        .answer(request.response());
        }
    }

    /** What the decoder could not read: the connection has no next request. */
    private static void refuseUnreadable(HttpServerRequest request) {
        ProblemType type =
                switch (request.decoderResult().cause()) {
                    case TooLongHttpHeaderException headers -> ProblemType.HEADERS_TOO_LARGE;
                    case TooLongHttpLineException line -> ProblemType.TARGET_TOO_LONG;
                    case null, default -> ProblemType.MALFORMED_REQUEST;
                };
        request.response().putHeader("Connection", "close");
        new GatewayProblem(type, "The request cannot be read.").answer(request.response());
    }

    private HttpProxy proxyTo(int port) {
        SocketAddress service = SocketAddress.inetSocketAddress(port, LOOPBACK);
        return HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
                .origin(service)
                .addInterceptor(new Forwarding(newConnections, service));
    }

    @Override
    public void close() {
        server.close()
                .compose(closed -> client.close())
                .compose(closed -> newConnections.close())
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }
}
