/**
 * The index by which events are found, apart from the log.
 *
 * <p>Owns the table {@code search_entry}: one row per event with the columns it is found by, written in the transaction
 * that appends the event. It holds what is personal, so it is not part of what must never change.
 *
 * <p>The list is newest first by time of happening, then by index, because auditors ask what happened when; the index
 * tells the order of arrival. Every filter has a database index that ends in this order, and each statement names the
 * one to use, that of the filter which leaves the fewest rows: a page costs the same anywhere in the list, whatever the
 * statistics say.
 *
 * <p>Text search covers type, reason, address and user agent, takes every character literally, ignores case, and looks
 * through a bounded number of events per request; a page may therefore be short and still have a next one.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.audit.searchindex;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
