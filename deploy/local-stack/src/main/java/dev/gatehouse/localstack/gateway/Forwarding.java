package dev.gatehouse.localstack.gateway;

import dev.gatehouse.contracts.problem.ProblemType;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.io.IOException;
import java.net.ConnectException;
import java.util.Optional;
import java.util.Set;

/**
 * Names the peer to the service, and answers for a service that does not.
 *
 * <p>A service may close a kept connection at the moment at which a request is sent over it. A request that only reads
 * and has no body is then sent once more, over a new connection; any other may have had its effect, and is answered
 * with 503 (RFC 9110, section 9.2.2; RFC 9112, section 9.3.1).
 */
final class Forwarding implements ProxyInterceptor {
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final HttpClient newConnections;
    private final RequestOptions service;

    /** With a client that keeps no connection. */
    Forwarding(HttpClient newConnections, SocketAddress service) {
        this.newConnections = newConnections;
        this.service = new RequestOptions().setServer(service);
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        HttpServerRequest received = context.request().proxiedRequest();
        String peer = received.connection().remoteAddress().hostAddress();
        RequestTarget target = RequestTarget.of(received.uri());
        target.authority()
                .map(authority -> HostAndPort.parseAuthority(authority, -1))
                .or(() -> Optional.ofNullable(received.authority()))
                .ifPresent(context.request()::setAuthority);
        context.request()
                .setURI(target.path())
                .headers()
                .remove("Expect")
                .set(
                        ForwardedFor.HEADER,
                        ForwardedFor.appended(received.headers().getAll(ForwardedFor.HEADER), peer));
        return context.sendRequest()
                .recover(failure ->
                        onlyReads(received) && isClosed(failure) ? sendAgain(context) : Future.failedFuture(failure))
                .recover(failure -> Future.succeededFuture(unavailable(context)));
    }

    private static boolean onlyReads(HttpServerRequest request) {
        return READING.contains(request.method())
                && !request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                && !request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    /** While it was used, before an answer came. */
    private static boolean isClosed(Throwable failure) {
        return failure instanceof HttpClosedException
                || (failure instanceof IOException && !(failure instanceof ConnectException));
    }

    private Future<ProxyResponse> sendAgain(ProxyContext context) {
        context.request().setBody(Body.body(Buffer.buffer())); // the body of the request cannot be read twice
        return newConnections.request(service).compose(context.request()::send);
    }

    private static ProxyResponse unavailable(ProxyContext context) {
        return new GatewayProblem(
                        ProblemType.DEPENDENCY_UNAVAILABLE, "The service behind this path does not answer just now.")
                .instead(context.request().release().response());
    }
}
