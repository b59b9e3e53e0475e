/**
 * The first and the last thing that touches a request: what is not let in at all, and what every answer carries.
 *
 * <p>Owns the refusal of paths that are not in plain form or begin like nothing that is served, of methods that no
 * endpoint uses, of hosts that are not served, and of requests with a session's cookie that another site made the
 * browser send; the request id, the security headers of every answer (also of those that never reached an endpoint),
 * the rule that answers are not kept by caches, and the problem body of failures outside of the endpoints.
 *
 * <p>Decides nothing by who calls or from where. What the HTTP decoder cannot read at all (a broken request line, a
 * space in the name of a header, a target or headers of more than 32 KiB) is answered by the server itself, with 400,
 * 414 or 431 and without a body: Quarkus makes the server and gives no access to its handler of invalid requests. The
 * proxy in front sends a problem.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.http.edge;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
