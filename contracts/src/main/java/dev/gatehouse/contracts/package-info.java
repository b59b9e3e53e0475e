/**
 * The published language of the suite: what crosses the boundary of a process. Depends on the JDK and JSpecify only.
 *
 * <ul>
 *   <li>{@link dev.gatehouse.contracts.event.SecurityEvent}: what happened, with one record per type
 *   <li>{@link dev.gatehouse.contracts.state.State}: what is: the newest value of a thing
 *   <li>{@link dev.gatehouse.contracts.topic.Topic}: where events and states are published
 *   <li>{@link dev.gatehouse.contracts.identity}: accounts, audiences, roles and claims
 *   <li>{@link dev.gatehouse.contracts.problem.ProblemType}: what can go wrong, for a client
 *   <li>{@link dev.gatehouse.contracts.http.PlainPath}: which paths are accepted, by gateway and services alike
 * </ul>
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.contracts;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
