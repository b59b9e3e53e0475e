/**
 * The audit log: every security event of the suite, kept once, in order of arrival, and never changed.
 *
 * <p>Map: {@link dev.gatehouse.audit.intake} hears the events and puts each into {@link dev.gatehouse.audit.log}, which
 * nobody can change, and into the index of {@link dev.gatehouse.audit.search}, by which administrators find them.
 * {@link dev.gatehouse.audit.address} knows the host names that ip-trust-service found,
 * {@link dev.gatehouse.audit.sequence} sees what a producer sent and what never arrived.
 *
 * <p>Guarantees: an event is in the log exactly once, whatever is delivered how often; its index is given in order of
 * arrival, from 0, without gaps, also with several replicas; nothing is dropped because it is new or unknown; the
 * database user of this service has no right to change or delete what is in the log.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.audit;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
