/**
 * The running suite as a test sees it: started once for all tests from the packaged services, reached only through its
 * gateway and its mailbox, as a client would.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.testbed.suite;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
