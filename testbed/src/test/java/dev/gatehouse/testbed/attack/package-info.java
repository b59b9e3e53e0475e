/**
 * Attacks on the whole suite, through its gateway. Each method begins with the number of its case in
 * {@code docs/threat-model.md}; cases that need no suite are tests of the module that answers them, named alike.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.testbed.attack;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
