/**
 * Watches parts: who runs, in which state, since when; starts again what dies.
 *
 * <p>Every change is written to {@code state.json} in the data folder before anything else learns of it. That file is
 * how other processes know what runs, and how the next start finds what a killed launcher left behind.
 *
 * <pre>{@code
 * WAITING -> STARTING -> READY -> STOPPING -> STOPPED
 *               ^  |       |
 *               |  v       v
 *              RESTARTING <-   (after a pause that doubles up to ten seconds)
 * }</pre>
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.localstack.supervision;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
