/**
 * What a service hears from the others, taken in once.
 *
 * <p>{@link dev.gatehouse.chassis.messaging.inbox.Inbox} runs the effect of a record and the note that it was received
 * in one transaction; a record that comes again is skipped by its event id. What the database cannot do just now is
 * tried again until it can; what can never be digested fails, and the channel puts it among the dead letters with the
 * reason while its neighbours go on. {@link dev.gatehouse.chassis.messaging.inbox.EventCodec} knows the wire form:
 * CloudEvents 1.0, binary mode, JSON.
 *
 * <p>Notes are kept for 30 days, twice as long as any log topic keeps records that could come again.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.messaging.inbox;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
