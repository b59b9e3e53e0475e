/**
 * The heartbeat of the revocation feed.
 *
 * <p>Every service follows {@link dev.gatehouse.contracts.topic.Topic#REVOCATIONS} to learn which sessions ended before
 * their tokens. When no record arrives, either no session ended or the feed is cut off; a heartbeat every second tells
 * the two apart. It goes straight to the broker: a heartbeat that waited in a table would say nothing about now.
 *
 * <p>Revocations themselves are published with the end of a session:
 * {@link dev.gatehouse.auth.session.lifetime.Sessions}.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.session.revocation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
