/**
 * The mails of notifications: what is scheduled for whom, what they say, and what administrators see of them.
 *
 * <p>Keeps no table: the mails are in the queue of {@code dev.gatehouse.chassis.mail.queue}, one kind of mail per kind
 * of notification. Marking a mail and the event {@code notification.delivered} (or {@code .failed}) are one
 * transaction. A mail may wait briefly for the hostname of the address it reports.
 *
 * <p>Flow: {@link dev.gatehouse.notification.delivery.Deliveries#schedule} →
 * {@link dev.gatehouse.notification.delivery.NotificationMail}; administration:
 * {@link dev.gatehouse.notification.delivery.DeliveryResource}.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.notification.delivery;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
