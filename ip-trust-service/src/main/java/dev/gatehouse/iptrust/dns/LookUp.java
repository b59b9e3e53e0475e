package dev.gatehouse.iptrust.dns;

/** What the domain name system says about an address. */
public sealed interface LookUp {
    /** A name that leads back to the address. */
    record Confirmed(String hostname) implements LookUp {}

    /** A name that does not lead back to the address: not to be believed. */
    record Unconfirmed(String hostname) implements LookUp {}

    /** The address has no usable name. */
    record Nameless() implements LookUp {}

    /** No answer in time. */
    record Unanswered() implements LookUp {}
}
