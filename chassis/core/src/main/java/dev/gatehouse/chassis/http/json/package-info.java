/**
 * JSON of the HTTP interface.
 *
 * <p>Owns how bodies are read (unknown or repeated properties, coerced scalars, missing primitives, text after the end,
 * depth beyond 32 and strings beyond 8 KiB are refused) and written (enumerations by their wire names, times as RFC
 * 3339 in UTC with milliseconds, durations as ISO 8601, absent values as {@code null}).
 *
 * <p>Does not own the JSON of records on Kafka, which must be read by other rules: those outlive releases.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.http.json;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
