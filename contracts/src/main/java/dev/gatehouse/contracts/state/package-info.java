/**
 * The newest values of entities that other services keep a copy of, published on compacted topics.
 *
 * <p>Every state carries the version of its entity; a consumer must ignore a state that is older than the one it has,
 * because a relay that takes over may publish once more. The end of an entity is a state too: it says so, carries a
 * greater version and stays on the topic for good. A record without a value has no meaning.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.contracts.state;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
