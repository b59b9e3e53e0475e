/**
 * The people that notifications are for: a copy of what auth-service publishes about accounts.
 *
 * <p>Owns the table {@code account}, filled from {@link dev.gatehouse.contracts.topic.Topic#ACCOUNTS}. A state that is
 * not newer than the one kept is ignored, because a relay that takes over may publish once more. An erased account
 * keeps its id and version and nothing else, so that a late state cannot bring a person back.
 *
 * <p>Whoever keeps rows about accounts implements {@link dev.gatehouse.notification.account.AccountWatcher} and is told
 * of agents that appear and accounts that are erased within the same transaction.
 *
 * <p>Refuses to own accounts: nothing here is edited but by what was published.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.notification.account;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
