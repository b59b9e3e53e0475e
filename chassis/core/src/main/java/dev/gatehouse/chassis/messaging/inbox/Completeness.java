package dev.gatehouse.chassis.messaging.inbox;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Finds a component that is missing though it is not nullable; JSON binding leaves it null. */
final class Completeness {
    private Completeness() {}

    static <T> T checked(T value) {
        check(value);
        return value;
    }

    private static void check(Object value) {
        if (value instanceof Record) {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                checkComponent(value, component);
            }
        } else if (value instanceof Collection<?> elements) {
            elements.forEach(Completeness::check);
        }
    }

    private static void checkComponent(Object owner, RecordComponent component) {
        Object value = read(owner, component);
        if (value != null) {
            check(value);
        } else if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            throw new MalformedRecord("Missing: " + owner.getClass().getSimpleName() + "." + component.getName());
        }
    }

    private static @Nullable Object read(Object owner, RecordComponent component) {
        try {
            return component.getAccessor().invoke(owner);
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException("A record cannot be read: " + component, impossible);
        }
    }
}
