/**
 * Child processes and the ports they take.
 *
 * <p>A child is known by its process id <em>and</em> its start time, because process ids are used again: nothing is
 * ever ended by process id alone. Output goes to a file per part. Says nothing about what the children are.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.localstack.process;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
