/** A database that is put back to an older copy: {@link dev.gatehouse.chassis.testkit.restore.SchemaCopy}. */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.testkit.restore;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
