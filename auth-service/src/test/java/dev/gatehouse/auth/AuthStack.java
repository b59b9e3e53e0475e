package dev.gatehouse.auth;

import dev.gatehouse.chassis.testkit.GatehouseStack;
import dev.gatehouse.chassis.testkit.hostile.TraceReceiver;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Runs a test against the real database, broker and mailbox, as the auth service behind a proxy at 127.0.0.1. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WithTestResource(value = GatehouseStack.class, initArgs = @ResourceArg(name = "schema", value = AuthStack.SCHEMA))
@WithTestResource(TraceReceiver.class)
public @interface AuthStack {
    /** The schema of the service. */
    String SCHEMA = "gatehouse_auth";
}
