/**
 * The copy of the hostnames that ip-trust-service found by reverse look-up.
 *
 * <p>{@link dev.gatehouse.notification.address.Addresses} is the entry point. The table {@code address} is a replica
 * ({@link dev.gatehouse.chassis.messaging.replica.Replica}) of {@link dev.gatehouse.contracts.topic.Topic#ADDRESSES}:
 * the newest version wins; rows are deleted after a while, as they are on the topic.
 *
 * <p>Only a hostname that leads back to its address, and that has the form of a hostname, is ever shown, because the
 * owner of an address can claim any name.
 *
 * <p>A package that waits for a hostname implements {@link dev.gatehouse.notification.address.AddressWatcher}: it is
 * called in the transaction that stores the state, and again after the commit.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.notification.address;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
