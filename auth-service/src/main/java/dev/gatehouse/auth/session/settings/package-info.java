/**
 * How long sessions last, as administrators set it for each kind of account.
 *
 * <p>A change is in effect in every replica within a second, for sessions that begin and for those that are open: they
 * are brought into line within seconds, and end where they are past a shorter clock.
 *
 * <p>Flow: {@link dev.gatehouse.auth.session.settings.SessionSettingsResource} →
 * {@link dev.gatehouse.auth.session.settings.SessionSettingsRequest} →
 * {@link dev.gatehouse.auth.session.settings.SessionSettingsChange} →
 * {@link dev.gatehouse.auth.session.lifetime.SessionTerms}.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.session.settings;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
