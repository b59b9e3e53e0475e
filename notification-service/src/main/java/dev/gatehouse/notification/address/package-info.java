/**
 * What addresses are called: a copy of what ip-trust-service found by reverse look-up.
 *
 * <p>Owns the table {@code address}, filled from {@link dev.gatehouse.contracts.topic.Topic#ADDRESSES}, and the rule
 * that only a name that leads back to its address, and that has the form of a host name, is ever shown: whoever owns an
 * address can call it anything. A state that is not newer than the one kept is ignored; rows go after a while, as they
 * do on the topic.
 *
 * <p>Whoever waits for a name implements {@link dev.gatehouse.notification.address.AddressWatcher} and is told within
 * the same transaction, and once more after it.
 *
 * <p>Looks nothing up by itself.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.notification.address;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
