/**
 * Who there is: accounts, their administrators, their invitations, their resets of passwords.
 *
 * <ul>
 *   <li>Create an account: {@link dev.gatehouse.auth.identity.administration.AccountResource} →
 *       {@link dev.gatehouse.auth.identity.administration.AccountCreation} →
 *       {@link dev.gatehouse.auth.identity.account.Accounts} →
 *       {@link dev.gatehouse.auth.identity.invitation.Invitations}.
 *   <li>Import accounts: {@link dev.gatehouse.auth.identity.accountimport.AccountImportResource} →
 *       {@link dev.gatehouse.auth.identity.accountimport.AccountImport}.
 *   <li>Edit, disable, erase: {@link dev.gatehouse.auth.identity.administration.AccountResource} or
 *       {@link dev.gatehouse.auth.identity.profile.ProfileResource} →
 *       {@link dev.gatehouse.auth.identity.account.AccountChanges} →
 *       {@link dev.gatehouse.auth.identity.account.AccountPolicy}.
 *   <li>Change one's own password: {@link dev.gatehouse.auth.identity.profile.ProfileResource} →
 *       {@link dev.gatehouse.auth.identity.profile.PasswordChange}.
 *   <li>Choose a new password by a mailed link: {@link dev.gatehouse.auth.identity.passwordreset.PasswordReset}.
 *   <li>Grant or withdraw the admin right: {@link dev.gatehouse.auth.identity.adminright.AdminRightResource} →
 *       {@link dev.gatehouse.auth.identity.adminright.AdminRights}.
 *   <li>First administrator: {@link dev.gatehouse.auth.identity.bootstrap.FirstAdmin}, at start.
 * </ul>
 *
 * <p>Uses the credential and session areas; the login area uses it. Every change of an account and the events about it
 * commit together.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.identity;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
