/**
 * What is: the newest value of a thing that other services keep a copy of, published on compacted topics.
 *
 * <p>Every state carries the version of its entity; a consumer must ignore a state that is older than the one it has,
 * because a relay that takes over may publish once more. A tombstone (no value) says that the thing is gone.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.contracts.state;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
