package dev.gatehouse.chassis.database;

import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.chassis.testkit.TcpProxy;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** The way from the pool to the database, and a deadline short enough for a test to wait for. */
public final class DatabaseCable implements QuarkusTestResourceLifecycleManager {
    private static final AtomicReference<TcpProxy> CABLE = new AtomicReference<>();

    @Override
    public Map<String, String> start() {
        TcpProxy cable = TcpProxy.to(StackEnds.databasePort());
        CABLE.set(cable);
        return Map.of(
                "quarkus.datasource.reactive.url",
                "mysql://127.0.0.1:" + cable.port() + "/gatehouse_chassis",
                "gatehouse.db.longest-answer",
                "PT3S");
    }

    @Override
    public void stop() {
        TcpProxy cable = CABLE.get();
        if (cable != null) {
            cable.close();
        }
    }

    /** The cable of this test process. */
    public static TcpProxy cable() {
        return CABLE.get();
    }
}
