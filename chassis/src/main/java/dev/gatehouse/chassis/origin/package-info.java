/**
 * Who does something and from where, as every event must say it, and the way of telling it.
 *
 * <p>Owns the translation of a request (its caller, its client address, its client program) into the fields of an
 * event's envelope, so that no room forgets one. Taken at the edge, while there is a request; decides nothing.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.origin;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
