/**
 * What the owner of an account reads and presses: the mail about a sign-in from a new address, and the page it links
 * to.
 *
 * <p>Owns the words and facts of both, in the owner's language and time zone, and the guard of the form: its token is
 * bound to a cookie of this browser and to this link, and a browser that says the form came from another site is
 * refused. Looking at the page changes nothing, however often and by whatever method, because mail scanners look at
 * every link. After the end of a verification, for whatever reason, and for a link that never was, there is one and the
 * same neutral page.
 *
 * <p>Works without JavaScript. Decides nothing: what an answer leads to is {@code verification}'s.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.iptrust.confirmation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
