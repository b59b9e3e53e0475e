package dev.gatehouse.chassis.mail;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The chassis for mail as a service of its own. */
public final class MailChassisProfile implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.application.name", "chassis-mail-test",
                "quarkus.flyway.locations", "db/chassis",
                "gatehouse.audience", "gatehouse-auth");
    }
}
