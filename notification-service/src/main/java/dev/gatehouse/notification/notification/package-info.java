/**
 * What agents were told: the in-app list, and the facts that everything else about a notification is made of.
 *
 * <p>Owns the tables {@code notification} and {@code notification_head}. A notification keeps facts and no text: title
 * and sentence are made when it is read, in the language and time zone that the agent has then. The host name is kept
 * as it was at the time, because an address may be called something else next year.
 *
 * <p>Every notification, and every counting up of one, takes the next position of its account. The row in
 * {@code notification_head} that gives it out stays locked until the commit, so positions of one account become visible
 * in their order: whoever has seen position n has missed nothing before it.
 *
 * <p>A notification of somebody else does not exist: reading it is answered as an unknown one is. Notifications go
 * after a while.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.notification.notification;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
