/**
 * Letters: from what a mail says to bytes that the mail server takes.
 *
 * <p>Owns the one layout of all mails (HTML with a dark scheme, and a text part that is complete by itself), the
 * headers, the guard against header injection (CR, LF and list characters in an address or subject are refused), and
 * the difference between a failure that passes and one that stays.
 *
 * <p>Does not keep mails, try again or count them: a mail is a row of the service that owes it, and its
 * {@code Message-ID} is made of that row's id. The words come from the rooms, only the few of the layout are here.
 *
 * <p>Everything in the text is escaped for HTML; there is no remote content and no image.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.mail.message;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
