/**
 * Shared by the tests of this service: a DNS server with broken answers, real records of other services
 * ({@link dev.gatehouse.iptrust.testing.SuiteFixture}), and a client of the page without JavaScript
 * ({@link dev.gatehouse.iptrust.testing.PageReader}).
 *
 * <p>Nothing is mocked: database, broker, mailbox and DNS server are real.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.iptrust.testing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
