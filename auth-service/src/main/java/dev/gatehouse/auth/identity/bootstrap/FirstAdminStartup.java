package dev.gatehouse.auth.identity.bootstrap;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Holds the start until the first administrator is there, so that a service that is ready lets somebody in. */
@ApplicationScoped
class FirstAdminStartup {
    private final FirstAdmin firstAdmin;

    FirstAdminStartup(FirstAdmin firstAdmin) {
        this.firstAdmin = firstAdmin;
    }

    void onStart(@Observes StartupEvent start) {
        try {
            VertxContextSupport.subscribeAndAwait(firstAdmin::ensure);
        } catch (RuntimeException sentence) {
            throw sentence;
        } catch (Throwable fault) {
            throw new IllegalStateException("The first administrator could not be looked for", fault);
        }
    }
}
