/**
 * notification-service: tells agents what happened to their accounts, in the app and by mail.
 *
 * <p>The way of a notification: {@link dev.gatehouse.notification.intake} reads an event and decides what it means for
 * whom, asks {@link dev.gatehouse.notification.preference} where it is wanted, and writes, in one transaction with the
 * receipt of the event, the {@link dev.gatehouse.notification.notification} and the
 * {@link dev.gatehouse.notification.delivery} that is owed. After the commit the
 * {@link dev.gatehouse.notification.stream} shows it to open apps and the mail is sent.
 * {@link dev.gatehouse.notification.template} finds the words. {@link dev.gatehouse.notification.account} and
 * {@link dev.gatehouse.notification.address} keep what other services published about people and addresses.
 *
 * <p>Guarantees: one notification per event, however often it is delivered; a mail that is owed is a row before it is
 * anything else, so neither a crash nor a mail server that is away loses it; an open stream that is resumed has no gap
 * and no repetition. Nothing here is asked by another service to answer a request.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.notification;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
