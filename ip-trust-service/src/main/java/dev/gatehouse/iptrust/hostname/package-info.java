/**
 * Hostnames of the addresses that logins come from, and which accounts use an address.
 *
 * <p>Owns the asynchronous lookup. No request waits for DNS. A result, also a failed one, is valid for five minutes. A
 * changed result is published on {@code gatehouse.addresses}, an unchanged one every half hour.
 *
 * <p>Hostnames are for display only and decide nothing. An unconfirmed hostname is stored as unconfirmed. An address is
 * internal when it is private or in a network of {@link dev.gatehouse.iptrust.hostname.InternalNetworks}.
 *
 * <p>Entry point for other packages: {@link dev.gatehouse.iptrust.hostname.Hostnames}. Flow:
 *
 * <ol>
 *   <li>{@link dev.gatehouse.iptrust.hostname.KafkaHostnames} reads login events and makes a lookup due
 *   <li>{@link dev.gatehouse.iptrust.hostname.LookupWorker} runs it with
 *       {@link dev.gatehouse.iptrust.dns.ReverseLookup}, stores the result and publishes it
 *   <li>{@link dev.gatehouse.iptrust.hostname.AddressResource} shows it to administrators
 * </ol>
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.iptrust.hostname;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
