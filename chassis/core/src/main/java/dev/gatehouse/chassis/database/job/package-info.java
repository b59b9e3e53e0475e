/**
 * Scheduled jobs on the database.
 *
 * <ul>
 *   <li>A job is a class {@code XJob} with one method, which the schedule of the framework calls in each replica, never
 *       twice at once within one. Its interval is a setting of its package.
 *   <li>{@link dev.gatehouse.chassis.database.job.Purge} is how every cleanup job deletes.
 *   <li>{@code JobFailures} reports what fails.
 * </ul>
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.database.job;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
