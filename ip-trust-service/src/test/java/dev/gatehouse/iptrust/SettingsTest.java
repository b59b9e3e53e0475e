package dev.gatehouse.iptrust;

import dev.gatehouse.chassis.testkit.setting.SettingsOfModule;

/** Of the mappings of this module. */
class SettingsTest extends SettingsOfModule {}
