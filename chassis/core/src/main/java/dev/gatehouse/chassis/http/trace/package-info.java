/**
 * What traces say about requests: no secret, and nothing that a stranger decides.
 *
 * <p>{@link dev.gatehouse.chassis.http.trace.TrustedPropagator} decides whose trace is continued,
 * {@link dev.gatehouse.chassis.http.trace.RequestSampler} which requests are exported, and
 * {@link dev.gatehouse.chassis.http.trace.RouteSpans} puts the template of the route in the place of the path.
 * {@link dev.gatehouse.chassis.http.trace.ExceptionTypes} keeps the messages of exceptions out.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.http.trace;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
