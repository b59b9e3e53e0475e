/**
 * The index that finds events, separate from the log.
 *
 * <p>{@link dev.gatehouse.audit.searchindex.SearchIndex} is the entry point. It owns the table {@code search_entry}:
 * one row per event, written in the transaction that appends the event. It holds personal data, so its rows may be
 * deleted.
 *
 * <p>The list is ordered by time of the event, newest first, then by index. Every filter has a database index in this
 * order, and each statement names the one that leaves the fewest rows, so that a page costs the same anywhere in the
 * list.
 *
 * <p>Text search covers type, reason, address and user agent, takes every character literally and ignores case. One
 * request reads a bounded number of events, so a page may be short and still have a next one.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.audit.searchindex;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
