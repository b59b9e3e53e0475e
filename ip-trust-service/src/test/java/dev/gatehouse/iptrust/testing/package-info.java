/**
 * What the tests of this service share: a name server with odd answers, accounts and sign-ins told by real records, and
 * the page as a reader without JavaScript uses it.
 *
 * <p>Nothing here stands in for a part of the service: database, broker, mailbox and name server are real ones.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.iptrust.testing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
