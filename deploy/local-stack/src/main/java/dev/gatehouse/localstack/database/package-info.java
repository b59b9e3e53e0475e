/**
 * A real MariaDB server with the four schemas of the suite and two users for each.
 *
 * <p>The migration user may change its schema and pass rights on; the runtime user starts with none, so that the
 * migrations name every right it gets. Schemas and users are written into an init file that the server runs at every
 * start: idempotent, so a new password or schema takes effect at the next start. Where no binary fits the machine, a
 * server of one's own is prepared with the same statements.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.localstack.database;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
