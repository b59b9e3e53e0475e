/**
 * The notifications of an agent as Server-Sent Events that resume where they broke off.
 *
 * <p>Entry point: {@link dev.gatehouse.notification.stream.Streams#wake}. Flow:
 * {@link dev.gatehouse.notification.stream.StreamResource} → {@link dev.gatehouse.notification.stream.Streams} →
 * {@link dev.gatehouse.notification.stream.OpenStream} →
 * {@link dev.gatehouse.notification.notification.InAppNotifications#after}.
 *
 * <p>A signal only says when to read the database. Commits of this process signal, and
 * {@link dev.gatehouse.notification.stream.StreamPollJob} finds the commits of other replicas. The id of every event is
 * the position of its notification: a client that reconnects with {@code Last-Event-ID} receives everything after it,
 * in order, once. A stream sends no faster than its client reads and holds at most one page of notifications.
 *
 * <p>A stream ends within a second of its session, and by age, so that its client presents a new token. The number of
 * open streams per account and replica is limited.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.notification.stream;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
