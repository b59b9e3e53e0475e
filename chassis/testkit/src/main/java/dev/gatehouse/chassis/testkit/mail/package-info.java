/** A mail as it went over the wire: {@link dev.gatehouse.chassis.testkit.mail.RawMail}. */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.testkit.mail;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
