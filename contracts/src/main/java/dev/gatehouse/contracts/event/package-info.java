/**
 * What happened: one record per event type, and the envelope they travel in.
 *
 * <p>Events follow CloudEvents 1.0 in binary mode: id, type, time, source, schema and sequence are Kafka headers, the
 * record's value is {@link dev.gatehouse.contracts.event.SecurityEvent} without them. A published version never changes
 * its meaning: a field may be added, never removed or renamed; anything else is a new version. The JSON Schema and one
 * golden example of every published version live under {@code src/main/resources/events} and are kept for ever.
 *
 * <p>No event carries a secret: no password, token, link, code, cookie or key, not even hashed without a key.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.contracts.event;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
