/**
 * The audit log: every security event of the suite, stored once, in order of arrival, and never changed.
 *
 * <p>Flow: {@link dev.gatehouse.audit.intake} receives the events and appends each to {@link dev.gatehouse.audit.log}
 * and to {@link dev.gatehouse.audit.searchindex}. Administrators read them through {@link dev.gatehouse.audit.search}.
 * {@link dev.gatehouse.audit.address} holds the hostnames that ip-trust-service found.
 * {@link dev.gatehouse.audit.sequence} detects events that a producer published and that never arrived.
 *
 * <p>Guarantees: an event is in the log exactly once, however often it is delivered. Its index is given in order of
 * arrival, from 0, without gaps, also with several replicas. An event of an unknown type is stored like any other. The
 * database user of this service may not update or delete log entries.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.audit;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
