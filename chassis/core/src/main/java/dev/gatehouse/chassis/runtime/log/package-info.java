/**
 * The log: one JSON object per line on standard output, written by {@code quarkus-logging-json}.
 *
 * <p>{@link dev.gatehouse.chassis.runtime.log.Log} is the entry point: a plain sentence, with facts as keys and values.
 * The facts stand in the JSON member {@code facts}, together with the trace id.
 * {@link dev.gatehouse.chassis.runtime.log.HarmlessRecords} makes every record safe before it is formatted, so that
 * what a client sends can neither begin a line nor change how a line is read. No secret is logged, because its type
 * redacts.
 *
 * <p>Keys come from the list in the glossary of the project; a test holds the two together.
 *
 * <p>{@code quarkus.log.console.json.enabled=false} gives the text form of the framework, as in development and tests.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.runtime.log;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
