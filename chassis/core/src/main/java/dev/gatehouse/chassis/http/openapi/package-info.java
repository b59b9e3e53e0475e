/**
 * What the OpenAPI documents of all services have in common, added when they are built.
 *
 * <p>{@link dev.gatehouse.chassis.http.openapi.DocumentedProblems} adds the problems that follow from the form of an
 * operation (token, body, id in the path, precondition), {@link dev.gatehouse.chassis.http.openapi.DocumentedInterface}
 * what linters and generators need (servers, operation ids, security, schemas of headers and parameters), and
 * {@link dev.gatehouse.chassis.http.openapi.DocumentedValues} examples of shared values. What an operation declares
 * itself is kept.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.http.openapi;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
