/**
 * The heartbeat of the revocation feed.
 *
 * <p>Every service follows {@link dev.gatehouse.contracts.topic.Topic#REVOCATIONS} to learn which sessions ended before
 * their tokens. When no record arrives, either no session ended or the feed is cut off; a heartbeat every second tells
 * the two apart. The relay sends it, and only while no revocation waits in the outbox for more than a second: a
 * heartbeat that took another way would not vouch for theirs.
 *
 * <p>Revocations themselves are published with the end of a session:
 * {@link dev.gatehouse.auth.session.lifetime.Sessions}.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.session.revocation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
