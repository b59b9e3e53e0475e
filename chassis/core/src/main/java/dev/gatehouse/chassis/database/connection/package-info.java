/**
 * How connections to the database are made, and how they end.
 *
 * <ul>
 *   <li>{@link dev.gatehouse.chassis.database.connection.DatabaseConnections} makes the pool. Every connection has the
 *       {@link dev.gatehouse.chassis.database.connection.SessionDefaults}. One over which a statement gets no answer in
 *       time is closed; {@code CommandGuard} then fails all that was under way over it, in a Hibernate session as in
 *       plain SQL.
 *   <li>{@code MigrationConnection} is the one of the migrations.
 *   <li>{@code DatabaseHealth} asks over a connection of its own whether the database answers.
 * </ul>
 *
 * <p>Owns no table.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.database.connection;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
