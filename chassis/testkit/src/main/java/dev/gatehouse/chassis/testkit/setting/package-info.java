/**
 * Settings in tests: {@link dev.gatehouse.chassis.testkit.setting.Settings} builds a mapping as a service does, with
 * its defaults and bounds, and {@link dev.gatehouse.chassis.testkit.setting.SettingsOfModule} tries nonsense on every
 * mapping of a module.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.testkit.setting;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
