/**
 * Turns security events into notifications.
 *
 * <p>Entry point: {@link dev.gatehouse.notification.intake.KafkaSecurityEvents}, which reads
 * {@link dev.gatehouse.contracts.topic.Topic#SECURITY_EVENTS}. Flow:
 * {@link dev.gatehouse.notification.intake.EventPolicy} (which notification) →
 * {@link dev.gatehouse.notification.intake.Intake} (for whom, and where) →
 * {@link dev.gatehouse.notification.intake.NotificationWriter} (row and mail), or
 * {@link dev.gatehouse.notification.intake.FailedLogins} (one more occurrence).
 *
 * <p>Owns the tables {@code failed_login_window} and {@code deferred_notification}. The receipt of the event, the
 * notification and its scheduled mail are one transaction; streams and mail are woken after it. Failed logins are
 * counted in one notification per account and window, so that a flood is one mail.
 *
 * <p>Topics overtake each other: a notification for an account that is not known yet is deferred until the account is
 * published, and deleted after a day. End users and accounts that cannot log in receive nothing.
 *
 * <p>Address and user agent are shown only where they say something about the reader's own account, never those of an
 * administrator.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.notification.intake;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
