/**
 * Rules of the HTTP interface that the gateway and the services must decide alike.
 *
 * <p>{@link dev.gatehouse.contracts.http.PlainPath} says which request paths are accepted. The gateway routes by the
 * prefix of the path and the services authorise by it; a path that two readers understand differently must reach
 * neither decision.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.contracts.http;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
