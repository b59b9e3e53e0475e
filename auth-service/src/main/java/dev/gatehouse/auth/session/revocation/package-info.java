/**
 * The heartbeat of the revocation feed.
 *
 * <p>Every service follows {@link dev.gatehouse.contracts.topic.Topic#REVOCATIONS} to learn which sessions ended before
 * their tokens. That nothing comes may mean that nothing ended or that the feed is cut off; a heartbeat every second
 * tells the two apart. It goes straight to the broker: a heartbeat that waited in a table would say nothing about now.
 *
 * <p>Revocations themselves are written with the end of a session, through the outbox.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.session.revocation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
