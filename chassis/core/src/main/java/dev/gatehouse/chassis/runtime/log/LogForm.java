package dev.gatehouse.chassis.runtime.log;

import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.VertxOptions;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gives the console its form, and keeps out of it what is no error. Asked first while Vert.x is made, the earliest
 * moment of a start at which the framework calls a bean: what comes later (migrations, the broker client) is in form
 * already.
 */
@ApplicationScoped
class LogForm implements VertxOptionsCustomizer {
    private static final int EARLY = 1;

    /** Held, so that what is set on it stays. */
    private static final Logger STREAMS = Logger.getLogger(GoneClients.WRITER);

    private final String format;
    private final String service;

    LogForm(
            @ConfigProperty(name = "gatehouse.log.format", defaultValue = "json") String format,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.format = format;
        this.service = service;
    }

    @Override
    public void accept(VertxOptions options) {
        install();
    }

    void begin(@Observes @Priority(EARLY) StartupEvent started) {
        install();
    }

    private void install() {
        STREAMS.setFilter(new GoneClients());
        switch (format) {
            case "json" -> console().forEach(handler -> handler.setFormatter(new JsonLines(service)));
            case "text" -> {}
            default -> throw new IllegalArgumentException("gatehouse.log.format must be json or text, not " + format);
        }
    }

    private static java.util.stream.Stream<Handler> console() {
        return Arrays.stream(InitialConfigurator.DELAYED_HANDLER.getHandlers())
                .filter(handler -> handler instanceof ConsoleHandler
                        || handler instanceof org.jboss.logmanager.handlers.ConsoleHandler);
    }
}
