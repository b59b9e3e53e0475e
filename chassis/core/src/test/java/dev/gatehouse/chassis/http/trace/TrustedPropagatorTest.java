package dev.gatehouse.chassis.http.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.gatehouse.chassis.security.clientaddress.IpNetwork;
import dev.gatehouse.chassis.security.clientaddress.TrustedProxies;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.spi.observability.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** L12: whose trace is continued. */
class TrustedPropagatorTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final Map<String, String> HEADERS = Map.of("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01");

    private final TrustedPropagator propagator = new TrustedPropagator(
            W3CTraceContextPropagator.getInstance(),
            new TrustedProxies(List.of(IpNetwork.parse("10.0.0.0/8").orElseThrow())));

    @Test
    void continuesTheTraceOfATrustedProxy() {
        Context context = propagator.extract(Context.root(), request("10.1.2.3", HEADERS), new Headers());

        assertEquals(TRACE, Span.fromContext(context).getSpanContext().getTraceId());
        assertEquals(Optional.empty(), TrustedPropagator.callerOf(context));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"203.0.113.7", "11.0.0.1", "::1"})
    void l12LinksTheTraceOfAnybodyElse(@Nullable String peer) {
        Context context = propagator.extract(Context.root(), request(peer, HEADERS), new Headers());

        assertFalse(Span.fromContext(context).getSpanContext().isValid());
        assertEquals(TRACE, TrustedPropagator.callerOf(context).orElseThrow().getTraceId());
    }

    @Test
    void linksNothingWhereNoTraceIsNamed() {
        Context context = propagator.extract(
                Context.root(), request("203.0.113.7", Map.of("traceparent", "00-nonsense-01")), new Headers());

        assertEquals(Optional.empty(), TrustedPropagator.callerOf(context));
    }

    @Test
    void l12LeavesTheSpanThatIsThereToAStranger() {
        SpanContext own = SpanContext.create(
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "bbbbbbbbbbbbbbbb",
                TraceFlags.getDefault(),
                TraceState.getDefault());
        Context context =
                propagator.extract(Context.root().with(Span.wrap(own)), request("203.0.113.7", HEADERS), new Headers());

        assertEquals(own, Span.fromContext(context).getSpanContext());
    }

    @Test
    void continuesTheTraceOfWhatIsNoRequest() {
        Context context = propagator.extract(Context.root(), HEADERS, new OfEvent());

        assertEquals(TRACE, Span.fromContext(context).getSpanContext().getTraceId());
    }

    private static HttpRequest request(@Nullable String peer, Map<String, String> headers) {
        return new Request(
                peer == null ? null : SocketAddress.inetSocketAddress(4711, peer),
                MultiMap.caseInsensitiveMultiMap().addAll(headers));
    }

    private record Request(@Nullable SocketAddress peer, MultiMap headers) implements HttpRequest {
        @Override
        public int id() {
            return 1;
        }

        @Override
        public String uri() {
            return "/api/v1/me";
        }

        @Override
        public String absoluteURI() {
            return "http://localhost/api/v1/me";
        }

        @Override
        public HttpMethod method() {
            return HttpMethod.GET;
        }

        @Override
        public @Nullable SocketAddress remoteAddress() {
            return peer;
        }
    }

    private static final class Headers implements TextMapGetter<HttpRequest> {
        @Override
        public Iterable<String> keys(HttpRequest carrier) {
            return carrier.headers().names();
        }

        @Override
        public @Nullable String get(@Nullable HttpRequest carrier, String key) {
            return carrier == null ? null : carrier.headers().get(key);
        }
    }

    private static final class OfEvent implements TextMapGetter<Map<String, String>> {
        @Override
        public Iterable<String> keys(Map<String, String> carrier) {
            return carrier.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> carrier, String key) {
            return carrier == null ? null : carrier.get(key);
        }
    }
}
