/**
 * The host names of addresses, as ip-trust-service found them out; for showing and for nothing else.
 *
 * <p>Keeps a copy of {@link dev.gatehouse.contracts.topic.Topic#ADDRESSES} with the version it was told last. A name
 * that does not lead back to its address is not kept: whoever owns an address may write any name there. What was not
 * told again for a week is forgotten, as it is on the topic.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.session.hostname;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
