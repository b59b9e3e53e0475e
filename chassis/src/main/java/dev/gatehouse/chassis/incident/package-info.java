/**
 * What a client did wrong that changed nothing here, but that whoever reads the log should know.
 *
 * <p>Owns the telling: as an event, beside the request and never in its way, once per address and kind of incident and
 * minute in this replica, so that a flood of requests is no flood of events. Owns no judgement: other rooms see that
 * something is wrong, and refuse the request or go on with it whether or not the event could be stored.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.incident;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
