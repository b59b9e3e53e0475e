package dev.gatehouse.iptrust.dns;

/** What the domain name system says about an address. */
public sealed interface LookupResult {
    /** A name that leads back to the address. */
    record Confirmed(String hostname) implements LookupResult {}

    /** A name that does not lead back to the address: not to be believed. */
    record Unconfirmed(String hostname) implements LookupResult {}

    /** The address has no usable name. */
    record Nameless() implements LookupResult {}

    /** No answer in time. */
    record Unanswered() implements LookupResult {}
}
