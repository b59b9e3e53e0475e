/**
 * What the OpenAPI documents of all services say alike, written into them when they are built.
 *
 * <p>Owns what follows from the form of an operation, so that no resource says it again: the problems that any request
 * can meet, those of a request with a token, a body, an id in its path or a precondition, and examples of the values
 * that all interfaces share. What an operation says by itself stands.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.http.openapi;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
