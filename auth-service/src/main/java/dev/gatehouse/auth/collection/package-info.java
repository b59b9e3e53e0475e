/**
 * Answering a waiting sign-in: asking how it stands, and collecting the session of an approved one.
 *
 * <p>A session is handed over once: of any number of clients that collect at the same moment one conditional update
 * lets one through, in the transaction that opens the session. Account and password are looked at again there, because
 * minutes may have passed since they were right.
 *
 * <p>An id that is not this client's is answered like one that never was. A collected one is closed.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.collection;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
