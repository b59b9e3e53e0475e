/**
 * The one reader of query parameters.
 *
 * <p>{@link dev.gatehouse.chassis.http.query.Query} is the entry point. Endpoints inject it and ask for each parameter
 * by its name and form. A resource declares the same parameters with {@code @Parameter} for the OpenAPI document.
 *
 * <p>A value that cannot be parsed is answered with 400 {@code malformed-request}. A value that breaks a rule (out of
 * range, too long, given twice) is answered with 422 {@code validation-failed} and a violation. The detail of the
 * answer names the parameter and the expected form; it never repeats the value.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.http.query;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
