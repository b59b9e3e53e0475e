/**
 * Reverse DNS lookups with strict limits.
 *
 * <p>Entry point: {@link dev.gatehouse.iptrust.dns.ReverseLookup}. It queries the PTR record of an address and then the
 * addresses of that name. Only a name that resolves back to the address is confirmed, because the owner of an address
 * can publish any reverse name. {@link dev.gatehouse.iptrust.dns.HostnamePolicy} drops names that are not valid
 * hostnames.
 *
 * <p>Fails open: a timeout, an error or a refusal is {@link dev.gatehouse.iptrust.dns.LookupResult.Failed}, within one
 * second in total and after at most one retry per query. At most 16 lookups run at once. Nothing is cached here; the
 * package {@code hostname} stores the results.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.iptrust.dns;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
