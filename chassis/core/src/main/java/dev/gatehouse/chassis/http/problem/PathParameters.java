package dev.gatehouse.chassis.http.problem;

import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Separates an id in the path that is no id (404) from a query parameter that cannot be parsed (400): Jakarta REST
 * answers both with the same exception.
 */
final class PathParameters {
    private PathParameters() {}

    /** Whether every id in the path could be one, so that it is not the path that cannot be read. */
    static boolean fit(@Nullable ResourceInfo endpoint, UriInfo target) {
        return endpoint != null
                && endpoint.getResourceMethod() != null
                && Arrays.stream(endpoint.getResourceMethod().getParameters())
                        .allMatch(parameter -> fits(parameter, target));
    }

    private static boolean fits(Parameter parameter, UriInfo target) {
        PathParam name = parameter.getAnnotation(PathParam.class);
        if (name == null || parameter.getType() != UUID.class) {
            return true;
        }
        try {
            String text = target.getPathParameters().getFirst(name.value());
            return text != null && UUID.fromString(text).version() >= 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
