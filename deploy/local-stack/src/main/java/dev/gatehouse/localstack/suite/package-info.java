/**
 * The four services as the stack sees them: their names, their ports, and the settings in their environment.
 *
 * <p>Says how a service is configured in the local stack, not how it is started. Everything stays on loopback; the only
 * trusted proxy is 127.0.0.1, which is where the gateway speaks from.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.localstack.suite;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
