/**
 * The copy of the accounts of auth-service: the recipients of notifications.
 *
 * <p>{@link dev.gatehouse.notification.account.Accounts} is the entry point. The table {@code account} is a replica
 * ({@link dev.gatehouse.chassis.messaging.replica.Replica}) of {@link dev.gatehouse.contracts.topic.Topic#ACCOUNTS}:
 * the newest version wins, and of an erased account only id, kind and version stay.
 *
 * <p>A package that keeps data of an account implements
 * {@link dev.gatehouse.notification.account.AccountErasureListener}; one that waits for agents implements
 * {@link dev.gatehouse.notification.account.AgentListener}. Both are called in the transaction that stores the state.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.notification.account;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
