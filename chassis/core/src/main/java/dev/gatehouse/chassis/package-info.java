/**
 * What all four services need alike, without a business word in it.
 *
 * <ul>
 *   <li>{@link dev.gatehouse.chassis.http}: requests and responses
 *   <li>{@link dev.gatehouse.chassis.security}: who asks, from where, with which proof; keys and secrets
 *   <li>{@link dev.gatehouse.chassis.messaging}: events and states, out and in
 *   <li>{@link dev.gatehouse.chassis.database}: transactions
 *   <li>{@link dev.gatehouse.chassis.runtime}: configuration, logs, health, background work
 * </ul>
 *
 * <p>What only the services need that send mail is in {@code chassis/mail}.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
