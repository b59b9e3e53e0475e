/**
 * Long lists in parts: keyset pages with opaque, signed cursors.
 *
 * <p>Owns the query parameters {@code limit} and {@code cursor}, their limits, and the form of a page. A cursor holds
 * the ordering key of the last row that was sent, so a page costs the same anywhere in the list and rows that come and
 * go meanwhile neither repeat nor hide others.
 *
 * <p>A cursor is signed (HMAC-SHA-256, 128 bits) for one list of one service; anything else is answered with 400. It
 * does not expire and holds nothing that the client has not seen.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.http.paging;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
