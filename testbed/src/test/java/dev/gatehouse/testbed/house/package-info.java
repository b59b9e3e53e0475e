/**
 * The rules of the house, checked on what was built: which house and room may know which, what technology stays where,
 * how things are named and how large they may grow.
 *
 * <p>Classes are read from {@code target/classes} of each module, sources for the rules about size from
 * {@code src/main/java}. Every rule is a test of its own, which names each class that breaks it. That the rules bite is
 * proven on planted faults, compiled while the test runs.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.testbed.house;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
