/**
 * Every answer that is not a success, as {@code application/problem+json} (RFC 9457).
 *
 * <p>Owns the shape of the body, the mapping of everything that can go wrong at the edge (unreadable JSON, broken
 * constraints, missing or refused tokens, an unavailable database, a fault of our own) onto the types of
 * {@link dev.gatehouse.contracts.problem.ProblemType}, and the part of the OpenAPI document that says so.
 *
 * <p>Does not decide refusals: those are outcomes of the use cases, which resources answer with
 * {@link dev.gatehouse.chassis.http.problem.Problems}. {@link dev.gatehouse.chassis.http.problem.ProblemException} is
 * for what is wrong with a request before any rule is evaluated.
 *
 * <p>A body never carries a class name, an SQL statement, a stack trace or the text of an exception. A fault is logged
 * once, with the trace id that the client is given.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.http.problem;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
