/**
 * The notifications of each account: the in-app list, and the facts from which every text is made.
 *
 * <p>Entry points: {@link dev.gatehouse.notification.notification.Notifications} (store and read, within the current
 * transaction) and {@link dev.gatehouse.notification.notification.InAppNotifications} (list and sequence for the app).
 * Flow of the list: {@link dev.gatehouse.notification.notification.NotificationResource} →
 * {@link dev.gatehouse.notification.notification.InAppNotifications} →
 * {@link dev.gatehouse.notification.notification.NotificationResponse}.
 *
 * <p>Owns the tables {@code notification} and {@code notification_head}. A notification stores facts and no text: title
 * and text are made when it is read, in the current language and time zone of the account. The hostname is stored as it
 * was at the time, because it may change later.
 *
 * <p>Every new or updated notification takes the next position of its account. The row in {@code notification_head}
 * that holds the position stays locked until the commit, so positions of one account become visible in order: a client
 * that has seen position n has missed nothing before it.
 *
 * <p>A notification of another account is answered as an unknown one. Old notifications are deleted.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.notification.notification;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
