/**
 * What a service says about its own state.
 *
 * <p>Only the database decides whether a replica gets requests, because without it no request can be answered. The
 * broker is reported with the time since when it is away, but takes no replica out of rotation: login must survive an
 * outage of the broker, and the outbox keeps what could not be sent.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.runtime.health;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
