package dev.gatehouse.testbed.suite;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands the {@link Suite} to test constructors, and the second {@link Replicas} of its services: started with the first
 * who asks, stopped after the last test.
 */
public final class RunningSuite implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Suite.class || type == Replicas.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext.Store store = context.getRoot().getStore(Namespace.create(RunningSuite.class));
        LocalStack stack = store.computeIfAbsent(LocalStack.class, own -> LocalStack.start(), LocalStack.class);
        if (parameter.getParameter().getType() == Replicas.class) {
            return store.computeIfAbsent(Replicas.class, own -> Replicas.start(stack), Replicas.class);
        }
        return store.computeIfAbsent(Suite.class, own -> new Suite(stack), Suite.class);
    }
}
