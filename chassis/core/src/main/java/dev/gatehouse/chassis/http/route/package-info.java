/**
 * Which endpoints there are: {@link dev.gatehouse.chassis.http.route.Routes} tells the methods and the template of a
 * path, for what must speak of a path and must not repeat it.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.http.route;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
