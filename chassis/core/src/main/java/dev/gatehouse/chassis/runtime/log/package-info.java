/**
 * Logs as one JSON object per line on standard output, which every collector reads and no input can forge.
 *
 * <p>Owns the form: {@code ts} (RFC 3339 in UTC with milliseconds), {@code level}, {@code logger}, {@code message},
 * {@code service}, {@code thread}, and where there are any {@code traceId}, {@code spanId} and {@code error}, a stack
 * that is cut. Control and bidirectional characters of a message are escaped, so that what a client sends can neither
 * begin a line nor turn one around.
 *
 * <p>Does not decide what is logged: a message says what happened, values follow as {@code key=value}, and no secret
 * prints because its type redacts. {@code gatehouse.log.format=text} keeps the form of the framework, for reading along
 * in tests.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.runtime.log;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
