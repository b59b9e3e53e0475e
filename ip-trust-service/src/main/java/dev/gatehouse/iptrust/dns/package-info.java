/**
 * Asking the domain name system for the name of an address, without ever waiting long or believing much.
 *
 * <p>Owns the look-up: the reverse name, then the addresses of that name; only a name that leads back to the address is
 * confirmed, since whoever owns an address writes any reverse name they like. Names that are not plain host names
 * (letters, digits, hyphens, at most 253 characters) are no names.
 *
 * <p>Fails open: no answer, a late one, a refusal, a loop are all "unanswered", within one second in total and with at
 * most one retry; at most 16 look-ups are under way, and beyond that the answer is "unanswered" too. Keeps nothing:
 * caching is the business of {@code hostname}.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.iptrust.dns;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
