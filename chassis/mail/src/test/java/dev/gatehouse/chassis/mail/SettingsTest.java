package dev.gatehouse.chassis.mail;

import dev.gatehouse.chassis.testkit.setting.SettingsOfModule;

/** Of the mappings of this module. */
class SettingsTest extends SettingsOfModule {}
