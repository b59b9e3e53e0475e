/**
 * Who acts and where from, as it is stamped on every event of a use case.
 *
 * <p>Owns {@link dev.gatehouse.auth.actor.Acting}, a plain value that a resource takes from the request and hands down,
 * so that a use case needs no request to run: jobs and operators have one too.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.actor;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
