package dev.gatehouse.testbed.suite;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the {@link Suite} to test constructors: started with the first, stopped after the last. */
public final class RunningSuite implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Suite.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext.Store store = context.getRoot().getStore(Namespace.create(RunningSuite.class));
        return store.computeIfAbsent(
                Suite.class,
                key -> new Suite(store.computeIfAbsent(LocalStack.class, own -> LocalStack.start(), LocalStack.class)),
                Suite.class);
    }
}
