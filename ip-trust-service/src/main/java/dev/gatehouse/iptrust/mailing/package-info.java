/**
 * Mails that this service owes: a row first, sent soon after the commit that made it, and until it is sent or too late.
 *
 * <p>Owns the queue, the lease by which one replica takes a mail, the retries and when to give up. What a mail says is
 * the business of the room that owes it ({@link dev.gatehouse.iptrust.mailing.MailSource}) and is made at the moment of
 * sending, so that no secret ever lies in the queue.
 *
 * <pre>
 *   waiting ── claimed: next attempt in a minute ──▶ waiting
 *    ├── the mail server took it ──▶ sent
 *    ├── not needed any more ──▶ dropped
 *    └── too late, or refused for good ──▶ given up
 * </pre>
 *
 * <p>Guarantee: sent at least once while its time lasts. After a crash between sending and marking it is sent again
 * with the same {@code Message-ID}, which mail programs show once.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.iptrust.mailing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
