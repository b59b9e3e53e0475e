/**
 * The right to administer: who has it, since when, given by whom, why and until when.
 *
 * <p>Owns the table {@code admin_right} with the reason and the end of each right. Whether an account has the right at
 * this moment is a fact of the account ({@link dev.gatehouse.auth.identity.account}), which also keeps the rule that
 * nobody takes away the last active administrator nor their own right.
 *
 * <p>A right with an end is withdrawn by a job when its time has come. Withdrawing, by whomever, ends every session of
 * the account: the role in tokens that are still good dies with them within a second. Granting leaves sessions alone;
 * the next refresh brings the role. The last active administrator keeps the right beyond its end, because a helpdesk
 * without an administrator is locked out; the job tries again until there is another one.
 *
 * <p>When an administrator last did something that needed the right is learned from the events of all services.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.identity.adminright;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
