package dev.gatehouse.chassis.runtime.background;

import dev.gatehouse.chassis.runtime.log.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The moment from which a replica answers nothing that takes long: after the signal to stop, and after the delay in
 * which the load balancer turns away from it.
 *
 * <p>The framework waits for the requests that are under way before it sends its {@link ShutdownEvent}; a long poll or
 * a stream would hold it up. They end at this earlier moment. From then on everything together has twenty seconds; a
 * process that has not ended by then is halted, which loses nothing: what was not finished is done by the next one, as
 * after a crash.
 */
@ApplicationScoped
public class Stopping {
    private static final Log LOG = Log.of(Stopping.class);
    private static final Duration BUDGET = Duration.ofSeconds(20);
    /** What a process returns that was ended by SIGTERM. */
    private static final int TERMINATED = 128 + 15;

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Duration delay;
    private final Thread hook;
    private volatile boolean begun;

    Stopping(StopConfig config) {
        this.delay = config.delay();
        this.hook = Thread.ofPlatform().name("stopping").unstarted(this::await);
    }

    /** Calls back once, on another thread, when long work must end; the callback MUST return at once. */
    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    /** Whether that moment has come. */
    public boolean begun() {
        return begun;
    }

    /** Ends long work at once. */
    void begin() {
        begun = true;
        listeners.forEach(Runnable::run);
    }

    void start(@Observes StartupEvent event) {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Of a service that stops within a process that goes on, as in development and in tests. */
    void stop(@Observes ShutdownEvent event) {
        try {
            if (Runtime.getRuntime().removeShutdownHook(hook)) {
                begin();
            }
        } catch (IllegalStateException stopping) {
            LOG.debug("The process is stopping");
        }
    }

    private void await() {
        try {
            Thread.sleep(delay);
            Thread watch = Thread.ofPlatform().daemon().name("stop-budget").start(Stopping::haltInTime);
            LOG.with("work", watch.getName()).debug("Long polls and streams end");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        begin();
    }

    private static void haltInTime() {
        try {
            Thread.sleep(BUDGET);
            LOG.warn("Stopped after twenty seconds with work unfinished, it is done after the next start");
            Runtime.getRuntime().halt(TERMINATED);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
