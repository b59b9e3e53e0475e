package dev.gatehouse.testbed.suite;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A second process of each service, which no launcher starts again when it ends. The gateway knows only the first ones;
 * a test that wants the second asks it itself.
 */
public final class Replicas implements AutoCloseable {
    /** The services by their short names. */
    public static final List<String> SERVICES = List.of("auth", "ip-trust", "notification", "audit");

    private final Map<String, Replica> replicas = new LinkedHashMap<>();
    private final JsonNode launches;
    private final LocalStack stack;

    private Replicas(LocalStack stack) {
        this.stack = stack;
        this.launches = stack.launches();
    }

    /** Starts all four and returns when they are ready. */
    static Replicas start(LocalStack stack) {
        Replicas all = new Replicas(stack);
        SERVICES.forEach(service -> all.replicas.put(service, all.another(service, Map.of())));
        all.awaitReady();
        return all;
    }

    /** The second process of this service. */
    public Replica of(String service) {
        return Objects.requireNonNull(replicas.get(service), service);
    }

    /** Somebody who asks the second process of this service. */
    public Visitor visitor(String service) {
        return of(service).visitor();
    }

    /** Starts one more process of this service, with these changes of its environment; the caller closes it. */
    public Replica another(String service, Map<String, String> changes) {
        Replica replica = new Replica(stack, service, launches.get(service), changes);
        replica.start();
        return replica;
    }

    /** Until all four work, started again where they had ended. */
    public void awaitReady() {
        Collection<Replica> all = replicas.values();
        all.stream().filter(replica -> !replica.runs()).forEach(Replica::start);
        all.forEach(Replica::awaitReady);
    }

    /** Stops all four in order. */
    @Override
    public void close() {
        replicas.values().forEach(Replica::close);
    }
}
