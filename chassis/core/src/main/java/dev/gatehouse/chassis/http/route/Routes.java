package dev.gatehouse.chassis.http.route;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.util.RuntimeResourceVisitor;

/** The endpoints that this service has, as the framework knows them. */
@ApplicationScoped
public class Routes {
    private volatile List<Route> routes = List.of();

    /** For injection. */
    Routes() {}

    /** The methods of a path, for the header {@code Allow} of an answer 405 (RFC 9110, section 15.5.6). */
    public String allowed(String path) {
        TreeSet<String> methods = new TreeSet<>(List.of("OPTIONS"));
        of(path).forEach(route -> methods.add(route.method));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return String.join(", ", methods);
    }

    /** The template of a path, such as {@code /verify-ip/{token}}; empty when there is nothing at the path. */
    public Optional<String> template(String path) {
        return of(path).map(Route::path).findFirst();
    }

    private Stream<Route> of(String path) {
        List<String> segments = segments(path);
        return all().stream().filter(route -> route.fits(segments));
    }

    /** Those with literal segments first: they are what the framework prefers. */
    private List<Route> all() {
        if (routes.isEmpty() && ResteasyReactiveRecorder.getCurrentDeployment() != null) {
            Collector collector = new Collector();
            RuntimeResourceVisitor.visitRuntimeResources(
                    "/", ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers(), collector);
            routes = Stream.concat(
                            collector.found.stream().filter(route -> !route.path.contains("{")),
                            collector.found.stream().filter(route -> route.path.contains("{")))
                    .toList();
        }
        return routes;
    }

    private static List<String> segments(String path) {
        return Stream.of(path.split("/", -1))
                .filter(segment -> !segment.isEmpty())
                .toList();
    }

    private record Route(String method, String path, List<String> template) {
        boolean fits(List<String> asked) {
            if (asked.size() != template.size()) {
                return false;
            }
            for (int i = 0; i < asked.size(); i++) {
                if (!template.get(i).startsWith("{") && !template.get(i).equals(asked.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Gathers the routes that the framework has. */
    private static final class Collector implements RuntimeResourceVisitor {
        private final List<Route> found = new ArrayList<>();

        @Override
        public void visitRuntimeResource(String httpMethod, String fullPath, RuntimeResource resource) {
            List<String> template = segments(fullPath);
            found.add(new Route(httpMethod, "/" + String.join("/", template), template));
        }
    }
}
