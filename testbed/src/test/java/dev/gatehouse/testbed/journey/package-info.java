/** What people see: each file one journey through the whole suite, with data of its own. */
@NullMarked
@CheckReturnValue
package dev.gatehouse.testbed.journey;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
