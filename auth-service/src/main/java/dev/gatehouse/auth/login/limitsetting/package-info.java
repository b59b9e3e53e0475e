/**
 * The limits on failed logins that administrators set, one set for each kind of account.
 *
 * <p>Owns the values, their bounds and their versions. A login reads them with everything else that it reads, so a
 * change counts from the next login on in every replica. Switched off, nothing is limited and nothing is counted. Entry
 * point: {@link dev.gatehouse.auth.login.limitsetting.LimitAdministration}, which publishes every change.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.login.limitsetting;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
