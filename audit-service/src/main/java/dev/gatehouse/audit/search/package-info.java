/**
 * The HTTP interface of the audit log, for administrators: filters, pages, single events.
 *
 * <p>Flow: {@link dev.gatehouse.audit.search.SearchResource} reads the filter with
 * {@link dev.gatehouse.audit.search.FilterParameters}, {@link dev.gatehouse.audit.search.Search} finds a page of
 * positions, {@link dev.gatehouse.audit.search.EventReader} reads the entries and adds hostnames.
 *
 * <p>Invariants: an unknown parameter is refused, never ignored, because a misspelt filter would give wrong results.
 * The first page of every search is published as {@code audit.searched} and committed before the answer is sent; when
 * that fails, the search fails. A cursor is signed for its filter and its caller. Only confirmed hostnames are shown or
 * found.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.audit.search;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
