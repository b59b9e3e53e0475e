/**
 * notification-service: notifies agents of what happens to their accounts, in the app and by mail.
 *
 * <p>Flow of a login event, in order:
 *
 * <ol>
 *   <li>{@link dev.gatehouse.notification.intake}: reads the event, decides which notification it asks for, and for
 *       whom
 *   <li>{@link dev.gatehouse.notification.account}: the recipient; {@link dev.gatehouse.notification.preference}: where
 *       the recipient wants it; {@link dev.gatehouse.notification.address}: the hostname of the client's address
 *   <li>{@link dev.gatehouse.notification.notification}: the row of the notification, and the in-app list
 *   <li>{@link dev.gatehouse.notification.delivery}: the scheduled mail, composed when it is sent
 *   <li>{@link dev.gatehouse.notification.template}: the texts, in the language and time zone of the recipient
 *   <li>{@link dev.gatehouse.notification.stream}: the notification in open apps
 * </ol>
 *
 * <p>Guarantees: one notification per event, however often the event is delivered; notification, scheduled mail and
 * receipt of the event commit together, so neither a crash nor a mail server that is down loses a mail; a stream that
 * is resumed has no gap and no repetition. No other service waits for an answer of this one.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.notification;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
