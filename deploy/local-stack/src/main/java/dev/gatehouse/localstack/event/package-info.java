/**
 * Prepares a new event type in the sources of the contracts.
 *
 * <p>{@link dev.gatehouse.localstack.event.NewEventCommand} reads a name and writes what every published type must
 * have: a record, an entry of the enumeration, a JSON schema, a golden example and an entry of the AsyncAPI document.
 * The tests of the contracts pass right after it; the fields of the event are then changed by hand.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.localstack.event;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
