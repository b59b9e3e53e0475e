/**
 * Reading the audit log over HTTP: filters, pages, single events, and the record of who looked for what.
 *
 * <p>Audience for administrators only. A parameter that is not known or breaks a rule is refused, never ignored: a
 * misspelt filter would show what was not asked for, or seem to prove that nothing happened.
 *
 * <p>The first page of every search is itself an event, {@code audit.searched}, committed before the answer is sent;
 * when that fails, the search fails. A cursor is signed for its filters and its caller, so nobody reads on in a search
 * that was not recorded as theirs.
 *
 * <p>A host name stands for the events that carry it and for those without one from addresses that have it today,
 * confirmed names only.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.audit.search;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
