package dev.gatehouse.notification;

import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.chassis.testkit.TcpProxy;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** The way to the mail server, and pauses short enough for a test to wait for. */
public final class MailCable implements QuarkusTestResourceLifecycleManager {
    private static final AtomicReference<TcpProxy> CABLE = new AtomicReference<>();

    @Override
    public Map<String, String> start() {
        TcpProxy cable = TcpProxy.to(StackEnds.smtpPort());
        CABLE.set(cable);
        return Map.of(
                "quarkus.mailer.port", Integer.toString(cable.port()),
                "gatehouse.mail.queue.first-pause", "PT0.2S",
                "gatehouse.mail.queue.longest-pause", "PT1S",
                "gatehouse.mail.queue.send-timeout", "PT2S",
                "gatehouse.notification.stream.heartbeat", "PT1S");
    }

    @Override
    public void stop() {
        TcpProxy cable = CABLE.get();
        if (cable != null) {
            cable.close();
        }
    }

    /** The mail server is gone, as seen from the service. */
    public static void cut() {
        CABLE.get().cut();
    }

    /** The mail server is back. */
    public static void restore() {
        CABLE.get().restore();
    }
}
