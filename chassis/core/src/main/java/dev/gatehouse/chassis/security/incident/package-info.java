/**
 * What a client did wrong that changed nothing, but that belongs in the log: forged forwarding headers, refused tokens,
 * objects of other accounts.
 *
 * <p>{@link dev.gatehouse.chassis.security.incident.ForeignObjects} publishes in the transaction of the request that a
 * caller reached for what belongs to another account; every endpoint that finds an object by its id and owner uses it.
 *
 * <p>{@link dev.gatehouse.chassis.security.incident.Incidents} publishes an event beside the request and never in its
 * way, within the {@code IncidentLimits} of this replica, so that a flood of requests is no flood of events;
 * {@code incident.suppressed} says once a minute how many there were beyond them. What only a person with a session can
 * cause (an authority lost while a request was under way) has no limit. Decides nothing: the request is refused, or
 * goes on, whether or not the event could be stored.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.security.incident;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
