/**
 * What a client did wrong that changed nothing here, but that whoever reads the log should know.
 *
 * <p>Owns the telling: as an event, beside the request and never in its way, once per address and kind of incident and
 * minute in this replica, so that a flood of requests is no flood of events. Owns no judgement: other rooms see that
 * something is wrong, and refuse the request or go on with it whether or not the event could be stored.
 *
 * <p>Who does something and from where, as every event must say it, and the way of telling it.
 *
 * <p>Owns the translation of a request (its caller, its client address, its client program) into the fields of an
 * event's envelope, so that no room forgets one. Taken at the edge, while there is a request; decides nothing.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.messaging.event;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
