/**
 * Who asks, from where, and with which proof.
 *
 * <ol>
 *   <li>{@link dev.gatehouse.chassis.security.clientaddress}: the address of a client, from behind proxies
 *   <li>{@link dev.gatehouse.chassis.security.accesstoken}: which access tokens are good
 *   <li>{@link dev.gatehouse.chassis.security.caller}: the caller, the audience of a path, and sessions that ended
 *       before their token
 *   <li>{@link dev.gatehouse.chassis.security.incident}: what a client did wrong, as an event
 *   <li>{@link dev.gatehouse.chassis.security.secret}: secrets, and keys that are derived from them
 * </ol>
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.security;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
