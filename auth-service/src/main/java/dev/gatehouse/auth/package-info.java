/**
 * auth-service: who may sign in, and what they are given when they do.
 *
 * <p>The rooms, from those that know nothing of the others to those that know most:
 *
 * <ul>
 *   <li>{@code argon2}, {@code credential}: passwords and their hashes;
 *   <li>{@code actor}: who acts, stamped on every event;
 *   <li>{@code session}, {@code token}, {@code signingkey}, {@code trust}: what a sign-in opens and what proves it;
 *   <li>{@code account}: the accounts and the rule that one administrator always remains;
 *   <li>{@code accountadmin}, {@code adminright}, {@code invitation}, {@code profile}, {@code firstadmin}: what people
 *       do with accounts;
 *   <li>{@code login}, {@code challenge}, {@code stepup}: the sign-in itself.
 * </ul>
 *
 * <p>Guarantees: a change and the event that tells of it commit together; no plain password is stored, logged or
 * queued; an account that may not sign in looks the same from outside whatever the reason.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
