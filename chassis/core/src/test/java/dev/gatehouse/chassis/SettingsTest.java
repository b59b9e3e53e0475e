package dev.gatehouse.chassis;

import dev.gatehouse.chassis.testkit.setting.SettingsOfModule;
import java.util.Map;

/** Of the mappings of this module. */
class SettingsTest extends SettingsOfModule {
    @Override
    protected Map<String, String> needed() {
        return Map.of("audience", "gatehouse-test");
    }
}
