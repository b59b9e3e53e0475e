/**
 * The mail queue: a mail is a row first, written in the transaction that asks for it, and sent soon after its commit.
 *
 * <pre>
 *              claimed until the lease ends        the SMTP server took it
 *   QUEUED ─────────────────────────────▶ SENDING ────────────────────────▶ SENT
 *      ▲  ◀── failed: a pause, then again ───┤
 *      │                                     ├── not needed any more ──────▶ DROPPED
 *      └── retried by an administrator ──────┴── refused, or too late ─────▶ ABANDONED
 * </pre>
 *
 * <p>Owns the table {@code mail}, the lease with its fencing number ({@code attempts}), the back-off, the time limit of
 * a send and the lanes. The content is composed when the mail is sent, so no secret is in the queue. A mail is sent at
 * least once until its {@code notAfter}; after a crash between sending and marking it is sent again with the same
 * {@code Message-ID}.
 *
 * <p>Flow: {@link dev.gatehouse.chassis.mail.queue.MailQueue#schedule} →
 * {@link dev.gatehouse.chassis.mail.queue.MailLanes} → {@link dev.gatehouse.chassis.mail.queue.MailLeases#claim} →
 * {@link dev.gatehouse.chassis.mail.queue.MailSender} → {@link dev.gatehouse.chassis.mail.queue.MailKind#compose} →
 * {@link dev.gatehouse.chassis.mail.message.Mails#send} → {@link dev.gatehouse.chassis.mail.queue.MailLeases#sent},
 * which calls the {@link dev.gatehouse.chassis.mail.queue.MailKind} back in the same transaction.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.mail.queue;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
