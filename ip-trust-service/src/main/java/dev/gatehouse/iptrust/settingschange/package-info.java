/**
 * Changing the settings of IP trust without locking anybody out.
 *
 * <p>Owns the rules of an edit: it names the version it was made for; turning IP trust on needs proof that mail reaches
 * the administrator who does it, and trusts the address they come from in the same transaction; a change that turned it
 * on or widened its scope stands for ten minutes and is taken back unless it is confirmed, which only somebody who
 * still gets in can do.
 *
 * <pre>
 *   confirmed ── wider ──▶ unconfirmed ── confirmed in time ──▶ confirmed
 *                              ├── narrowed again ──▶ confirmed
 *                              └── ten minutes passed: taken back ──▶ confirmed
 * </pre>
 *
 * <p>Every change, confirmation and take-back is a {@code settings.changed} event with before and after. The values
 * live in {@code settings}.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.iptrust.settingschange;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
