package dev.gatehouse.chassis;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A service of its own for tests that stop parts of it, so that no other test misses them. Whoever looks for a fault
 * turns on all the logging there is.
 */
public final class FaultsProfile implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new TreeMap<>(new ChassisProfile().getConfigOverrides());
        settings.put("quarkus.application.name", "chassis-faults");
        settings.put("quarkus.log.level", "TRACE");
        Stream.of("io.netty", "io.quarkus", "io.vertx", "org.apache.kafka", "org.hibernate", "dev.gatehouse")
                .forEach(name -> settings.put("quarkus.log.category.\"" + name + "\".level", "TRACE"));
        return settings;
    }
}
