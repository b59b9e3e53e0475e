package dev.gatehouse.chassis.database;

import dev.gatehouse.chassis.ChassisProfile;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;

/** A service of its own behind the {@link DatabaseCable}; it sends statements without waiting for each other. */
public final class Behind implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> overrides = new HashMap<>(new ChassisProfile().getConfigOverrides());
        overrides.put("quarkus.application.name", "chassis-silent");
        overrides.put("quarkus.datasource.reactive.mysql.pipelining-limit", "16");
        // The cable reads the statements, so they travel in the clear.
        overrides.put("gatehouse.db.tls", "disabled");
        overrides.put("gatehouse.db.tls-ca", "");
        return overrides;
    }
}
