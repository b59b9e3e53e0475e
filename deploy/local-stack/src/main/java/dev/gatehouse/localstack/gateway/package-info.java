/**
 * One origin for the whole suite, as an ingress gives it in production: routes by prefix and rewrites no path.
 *
 * <p>A path that could mean something else to a service than to the route table (encoded slashes or dots, dot segments,
 * empty segments, path parameters) is refused before it is routed. The address of the peer is <em>appended</em> to
 * {@code X-Forwarded-For}; what the client sent stays in front of it, where a service that takes the right-most hop
 * that is no trusted proxy does not believe it. Bodies stream both ways, so long polls and event streams pass.
 * Management ports are not in the table. Where a service closes a kept connection under a request that only reads, the
 * request is sent once more ({@link dev.gatehouse.localstack.gateway.Forwarding}).
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.localstack.gateway;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
