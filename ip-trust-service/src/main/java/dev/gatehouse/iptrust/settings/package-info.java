/**
 * The settings of IP trust: stored values, edits by administrators, and the published state.
 *
 * <p>Owns the one settings row and the state {@code ip-trust/ip-trust} on {@code gatehouse.settings}, which also
 * carries the trusted networks ({@link dev.gatehouse.iptrust.settings.TrustedNetworks}). Every change of settings or
 * networks publishes the whole state in the same transaction, under the lock of that row.
 *
 * <p>An edit cannot lock out all administrators. It names the version it is based on. Enabling IP trust requires a mail
 * proof and trusts the address of the administrator in the same transaction
 * ({@link dev.gatehouse.iptrust.settings.LockoutGuard}). A change that widens the effective scope is rolled back after
 * ten minutes unless an administrator confirms it ({@link dev.gatehouse.iptrust.settings.ScopePolicy}).
 *
 * <pre>
 *   confirmed ── wider scope ──▶ unconfirmed ── confirmed in time ──▶ confirmed
 *                                   ├── narrowed again ──▶ confirmed
 *                                   └── ten minutes passed: rolled back ──▶ confirmed
 * </pre>
 *
 * <p>Entry points: {@link dev.gatehouse.iptrust.settings.Settings} for other packages,
 * {@link dev.gatehouse.iptrust.settings.SettingsResource} over HTTP. Flow of an edit: the resource, then
 * {@link dev.gatehouse.iptrust.settings.SettingsChange}, then {@link dev.gatehouse.iptrust.settings.Settings}.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.iptrust.settings;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
