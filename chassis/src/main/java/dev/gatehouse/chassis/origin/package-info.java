/**
 * Who does something here and from where, as every event must say it.
 *
 * <p>Owns the translation of a request (its caller, its client address, its client program) into the fields of an
 * event's envelope, so that no room forgets one. Decides nothing.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.iptrust.origin;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
