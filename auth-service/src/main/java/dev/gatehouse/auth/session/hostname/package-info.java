/**
 * The copy of the hostnames that ip-trust-service found by reverse look-up; for display only.
 *
 * <p>{@link dev.gatehouse.auth.session.hostname.Hostnames} is the entry point. The table {@code hostname} is a replica
 * ({@link dev.gatehouse.chassis.messaging.replica.Replica}) of {@link dev.gatehouse.contracts.topic.Topic#ADDRESSES}:
 * the newest version wins. A name that does not lead back to its address is not stored, because the owner of an address
 * can claim any name. Rows that were not renewed for a week are deleted, as they are on the topic.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.session.hostname;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
