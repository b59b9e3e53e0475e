package dev.gatehouse.chassis.http.problem;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.util.RuntimeResourceVisitor;

/** Which methods a path has, for the header {@code Allow} of an answer 405 (RFC 9110, section 15.5.6). */
@ApplicationScoped
class AllowedMethods {
    private volatile List<Route> routes = List.of();

    /** For injection. */
    AllowedMethods() {}

    /** The value of the header, for a path as it was sent. */
    String of(String path) {
        List<String> segments = segments(path);
        TreeSet<String> methods = new TreeSet<>(List.of("OPTIONS"));
        routes().stream().filter(route -> route.fits(segments)).forEach(route -> methods.add(route.method));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return String.join(", ", methods);
    }

    private List<Route> routes() {
        if (routes.isEmpty()) {
            Collector collector = new Collector();
            RuntimeResourceVisitor.visitRuntimeResources(
                    "/", ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers(), collector);
            routes = List.copyOf(collector.found);
        }
        return routes;
    }

    private static List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        for (String segment : path.split("/", -1)) {
            if (!segment.isEmpty()) {
                segments.add(segment);
            }
        }
        return segments;
    }

    private record Route(String method, List<String> template) {
        boolean fits(List<String> path) {
            if (path.size() != template.size()) {
                return false;
            }
            for (int i = 0; i < path.size(); i++) {
                if (!template.get(i).startsWith("{") && !template.get(i).equals(path.get(i))) {
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
            found.add(new Route(httpMethod, segments(fullPath)));
        }
    }
}
