/**
 * Which kinds of notification each agent wants, and where: in the app, by mail, both or not at all.
 *
 * <p>Entry point: {@link dev.gatehouse.notification.preference.Preferences#choice}. Flow of a change:
 * {@link dev.gatehouse.notification.preference.PreferenceResource} →
 * {@link dev.gatehouse.notification.preference.Preferences} (agents) or
 * {@link dev.gatehouse.notification.preference.PreferenceDefaults} (administrators) →
 * {@link dev.gatehouse.notification.preference.PreferencePolicy} →
 * {@link dev.gatehouse.notification.preference.PreferenceOutcome}.
 *
 * <p>Owns the tables {@code preference} (one row per agent) and {@code preference_default} (one row). The row of an
 * agent starts as a copy of the defaults, so a later change of the defaults concerns new agents only; a kind that a row
 * does not contain has the current default.
 *
 * <p>Kinds that protect the account itself are always mandatory; an administrator can make others mandatory, at once
 * and for every agent. A mandatory kind goes to the app and by mail, whatever a row says.
 *
 * <p>Every change publishes {@code settings.changed} with the values before and after: an intruder would first switch
 * notifications off.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.notification.preference;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
