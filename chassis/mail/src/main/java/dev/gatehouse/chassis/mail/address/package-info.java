/**
 * The one grammar of an e-mail address: what an account takes, mail can be sent to.
 *
 * <p>{@link dev.gatehouse.chassis.mail.address.EmailAddress} is used where accounts take an address and where mail is
 * sent.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.mail.address;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
