/**
 * JSON of the HTTP interface.
 *
 * <p>{@link dev.gatehouse.chassis.http.json.StrictJson} configures how bodies are read (unknown or repeated properties,
 * coerced scalars, missing primitives, text after the end, depth beyond 32 and strings beyond 8 KiB are refused) and
 * written (enumerations by their wire names, times as RFC 3339 in UTC with milliseconds, durations as ISO 8601, absent
 * values as {@code null}). {@link dev.gatehouse.chassis.http.json.RequiredBody} answers a missing body with 400, so an
 * endpoint never gets {@code null} unless its parameter is an {@link dev.gatehouse.chassis.http.json.OptionalBody}.
 *
 * <p>The JSON of records on Kafka follows other rules, because those records outlive releases.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.http.json;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
