package dev.gatehouse.chassis.http.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Bean Validation's findings in the words of the client: properties as they were sent, codes in kebab case. */
final class ConstraintViolations {
    private ConstraintViolations() {}

    /** The violations of a request; empty when it is the answer that breaks a constraint. */
    static Optional<List<Violation>> of(ConstraintViolationException broken) {
        boolean answer = broken.getConstraintViolations().stream()
                .flatMap(violation -> nodes(violation.getPropertyPath()))
                .anyMatch(node -> node.getKind() == ElementKind.RETURN_VALUE);
        return answer
                ? Optional.empty()
                : Optional.of(broken.getConstraintViolations().stream()
                        .map(ConstraintViolations::violation)
                        .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::code))
                        .toList());
    }

    private static Violation violation(ConstraintViolation<?> violation) {
        Class<? extends Annotation> constraint =
                violation.getConstraintDescriptor().getAnnotation().annotationType();
        return new Violation(field(violation), kebab(constraint.getSimpleName()), violation.getMessage());
    }

    private static String field(ConstraintViolation<?> violation) {
        List<String> names = new ArrayList<>();
        Path.MethodNode method = null;
        for (Path.Node node : violation.getPropertyPath()) {
            switch (node.getKind()) {
                case METHOD -> method = node.as(Path.MethodNode.class);
                case PARAMETER ->
                    parameterName(violation, method, node.as(Path.ParameterNode.class))
                            .ifPresent(names::add);
                default -> step(node).forEach(names::add);
            }
        }
        return String.join(".", names);
    }

    /** The place in a list or map that the node before is, then the property. */
    private static Stream<String> step(Path.Node node) {
        Object place = node.getIndex() == null ? node.getKey() : node.getIndex();
        String name = node.getName();
        boolean element = name == null || name.startsWith("<");
        return Stream.concat(Stream.ofNullable(place).map(String::valueOf), element ? Stream.empty() : Stream.of(name));
    }

    /** The name of a query, path, header or form parameter; a body has none. */
    private static Optional<String> parameterName(
            ConstraintViolation<?> violation, Path.@Nullable MethodNode method, Path.ParameterNode node) {
        if (method == null) {
            return Optional.empty();
        }
        Class<?>[] types = method.getParameterTypes().toArray(Class<?>[]::new);
        return Stream.<Class<?>>iterate(violation.getRootBeanClass(), type -> type != null, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(candidate -> candidate.getName().equals(method.getName())
                        && Arrays.equals(candidate.getParameterTypes(), types))
                .flatMap(candidate -> wireName(candidate, node.getParameterIndex()).stream())
                .findFirst();
    }

    private static Optional<String> wireName(Method method, int index) {
        Parameter parameter = method.getParameters()[index];
        return Arrays.stream(parameter.getAnnotations())
                .flatMap(annotation -> Stream.ofNullable(
                        switch (annotation) {
                            case QueryParam query -> query.value();
                            case PathParam path -> path.value();
                            case HeaderParam header -> header.value();
                            case FormParam form -> form.value();
                            case CookieParam cookie -> cookie.value();
                            default -> null;
                        }))
                .findFirst();
    }

    private static Stream<Path.Node> nodes(Path path) {
        return StreamSupport.stream(path.spliterator(), false);
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
