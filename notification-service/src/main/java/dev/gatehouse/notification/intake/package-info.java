/**
 * From what happened to what is told: reads {@link dev.gatehouse.contracts.topic.Topic#SECURITY_EVENTS}.
 *
 * <p>Owns the mapping of events to notifications ({@code EventPolicy}, pure), the counting of refused sign-ins (one
 * notification per account and window, however many attempts, so that a flood is one mail), and the tables
 * {@code failed_login_window} and {@code deferred_notification}. Receipt of the event, notification and owed mail are
 * one transaction; bells ring after it.
 *
 * <p>Topics overtake each other: an event about an account that is not known yet is deferred, and told once the account
 * is, or forgotten after a day. End users are told nothing, nor is anybody who cannot sign in any more.
 *
 * <p>Who did something to another's account is not exposed by it: address and program are told only where they say
 * something about the reader's own account.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.notification.intake;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
