/**
 * Requests and responses, in the order in which a request meets them.
 *
 * <ol>
 *   <li>{@link dev.gatehouse.chassis.http.edge}: which requests are let in, and the headers of every response
 *   <li>{@link dev.gatehouse.chassis.http.trace}: what traces say about requests
 *   <li>{@link dev.gatehouse.chassis.http.route}: which endpoints there are
 *   <li>{@link dev.gatehouse.chassis.http.json}: strict JSON
 *   <li>{@link dev.gatehouse.chassis.http.query}: query parameters
 *   <li>{@link dev.gatehouse.chassis.http.paging}: lists in pages
 *   <li>{@link dev.gatehouse.chassis.http.etag}: concurrent edits
 *   <li>{@link dev.gatehouse.chassis.http.problem}: every error, as a problem (RFC 9457)
 *   <li>{@link dev.gatehouse.chassis.http.openapi}: what the OpenAPI documents have in common
 * </ol>
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.http;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
