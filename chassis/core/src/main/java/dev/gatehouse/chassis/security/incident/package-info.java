/**
 * What a client did wrong that changed nothing, but that belongs in the log: forged forwarding headers, refused tokens.
 *
 * <p>{@link dev.gatehouse.chassis.security.incident.Incidents} publishes an event beside the request and never in its
 * way: once per address, kind and minute in this replica, so that a flood of requests is no flood of events. Decides
 * nothing: the request is refused, or goes on, whether or not the event could be stored.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.security.incident;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
