/**
 * The copy of the hostnames that ip-trust-service found by reverse look-up.
 *
 * <p>{@link dev.gatehouse.audit.address.Addresses} is the entry point. The table {@code address} is a replica
 * ({@link dev.gatehouse.chassis.messaging.replica.Replica}) of {@link dev.gatehouse.contracts.topic.Topic#ADDRESSES}:
 * the newest version wins, and an ended address keeps its version without a name.
 *
 * <p>Only a confirmed name is shown or found: one that leads back to its address (forward-confirmed reverse DNS). An
 * unconfirmed name is stored but never used.
 *
 * <p>These names are current; the name that an event carries is the one of its time and takes precedence.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.audit.address;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
