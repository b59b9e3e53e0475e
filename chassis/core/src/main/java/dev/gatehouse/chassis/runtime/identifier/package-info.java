/**
 * Identifiers and times, and the two forms they take on their way to the database.
 *
 * <p>Ids are UUIDv7 (RFC 9562), so that rows are inserted at the end of their index and lists can be paged by id. They
 * are no secrets: knowing one gives no right to it. In the database an id is {@code BINARY(16)}, a time is
 * {@code DATETIME(3)} in UTC.
 *
 * <p>Clock and generator are beans, so that a test can put its own in their place; nothing else in the suite asks the
 * system for the time or for an id.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.runtime.identifier;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
