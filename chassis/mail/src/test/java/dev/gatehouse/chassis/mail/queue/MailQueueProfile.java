package dev.gatehouse.chassis.mail.queue;

import dev.gatehouse.chassis.mail.MailChassisProfile;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;

/** Pauses and limits short enough for a test to wait for. */
public final class MailQueueProfile implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>(new MailChassisProfile().getConfigOverrides());
        settings.put("gatehouse.mail.queue.send-timeout", "PT2S");
        settings.put("gatehouse.mail.queue.first-pause", "PT0.2S");
        settings.put("gatehouse.mail.queue.longest-pause", "PT1S");
        return settings;
    }
}
