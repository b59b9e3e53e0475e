/**
 * Host names of addresses, as ip-trust-service found them.
 *
 * <p>Owns the table {@code address}: the newest state of each address on the topic {@code gatehouse.addresses}. A state
 * that is not newer than what is here is ignored, and so is the end of an address of which something newer is known.
 *
 * <p>Only a confirmed name is ever given out: one that leads back to its address (forward-confirmed reverse DNS). What
 * the owner of an address merely claims is kept, because a later state may confirm it, but neither shown nor found.
 *
 * <p>Names are those of today; what an event knew when it happened stands in the event and goes first.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.audit.address;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
