package dev.gatehouse.chassis;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;

/**
 * The chassis as a service of its own. Its settings are here, not in an {@code application.properties}, which the tests
 * of the services would find on their class path.
 */
public final class ChassisProfile implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.application.name", "chassis-test");
        settings.put("quarkus.flyway.locations", "db/chassis,db/chassis-test");
        settings.put("gatehouse.audience", "gatehouse-auth");
        settings.put("gatehouse.trusted-proxies", "127.0.0.1,10.0.0.0/8");
        settings.put("gatehouse.allowed-hosts", "helpdesk.example.test");
        settings.put("kafka.request.timeout.ms", "1000");
        settings.put("kafka.delivery.timeout.ms", "2000");
        settings.put("gatehouse.messaging.dead-letters", "gatehouse.auth-service.dead-letters");
        return settings;
    }
}
