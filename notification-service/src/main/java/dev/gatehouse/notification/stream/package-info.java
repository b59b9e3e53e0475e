/**
 * The notifications of an agent as they happen: Server-Sent Events that resume where they broke off.
 *
 * <p>The database is the truth and a bell only says when to look: rung by commits in this process, and by a look at the
 * heads of the accounts that are listening for those of other replicas. Every event carries the position of its
 * notification as its id; a client that comes back with {@code Last-Event-ID} gets everything after it, in order, once.
 * A stream sends no faster than its client reads, and holds no more than one page of notifications.
 *
 * <p>A stream ends within a second of its session, after a while by itself (so that whoever listens shows a fresh
 * token), and each account has a bounded number of them per replica.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.notification.stream;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
