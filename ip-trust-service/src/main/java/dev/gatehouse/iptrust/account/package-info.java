/**
 * The copy of the accounts of auth-service: mail address, language, time zone and whether the account is active.
 *
 * <p>{@link dev.gatehouse.iptrust.account.Accounts} is the entry point. The table {@code account} is a replica
 * ({@link dev.gatehouse.chassis.messaging.replica.Replica}) of {@link dev.gatehouse.contracts.topic.Topic#ACCOUNTS}:
 * the newest version wins, and of an erased account only id, kind and version stay.
 *
 * <p>A package that keeps data of an account implements {@link dev.gatehouse.iptrust.account.AccountErasureListener}
 * and deletes it in the same transaction.
 *
 * <p>The copy may lag: an event of an account can arrive before the account does.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.iptrust.account;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
