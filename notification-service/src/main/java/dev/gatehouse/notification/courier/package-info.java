/**
 * Hands owed mails to the mail server: soon after the commit that owed them, a few at a time, as often as it takes.
 *
 * <p>Owns the rhythm (woken by commits and by names that arrive, by a timer for what is due next, and by a poll for
 * what other replicas owed), the pauses between attempts, and the composing. A mail is composed when it is sent: to the
 * address that the account has then, with the host name that is known by then. Its {@code Message-ID} is made of the
 * row's id, so that the one possible duplicate after a crash is recognised by mail programs.
 *
 * <p>Keeps no state; what is owed stands in {@link dev.gatehouse.notification.delivery}. A mail server that is away or
 * slow holds up nothing but mails.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.notification.courier;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
