/**
 * Mails that are owed, until each was handed to the mail server or is given up.
 *
 * <pre>
 *              claimed (lease)          handed over
 *   PENDING ───────────────────▶ at work ──────────▶ SENT
 *      ▲  ▲                        │
 *      │  └── pause, then again ───┤ refused for good, or a day has passed
 *      │                           ▼
 *      └──────── retried by ──── FAILED
 *              an administrator
 * </pre>
 *
 * <p>Owns the table {@code delivery}. A mail is a row before it is anything else, written in the transaction of its
 * notification. A replica claims it by moving its due time past the lease and counting the attempt; the count is the
 * fencing number, so whoever lost the lease cannot mark the row. Marking it and the event
 * {@code notification.delivered} (or {@code .failed}) are one transaction.
 *
 * <p>Sends nothing: who claims, does. Keeps no text and no address but the one that a mail went to, which goes with the
 * account.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.notification.delivery;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
