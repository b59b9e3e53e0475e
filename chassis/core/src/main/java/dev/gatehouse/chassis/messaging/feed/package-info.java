/**
 * Following a topic as a listener, not as a member of a group: every replica hears everything.
 *
 * <p>For bells and revocations, where each process needs all records at once and keeps nothing. A feed begins at a
 * chosen place, survives outages of the broker without help, and says when it has caught up and when it last heard from
 * the broker, so that its owner can tell silence from idleness. It delivers at least once, in order per partition, on a
 * thread of its own.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.messaging.feed;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
