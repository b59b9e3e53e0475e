package dev.gatehouse.iptrust.dns;

/** The result of a reverse lookup of an address. */
public sealed interface LookupResult {
    /** A hostname that resolves back to the address. */
    record Confirmed(String hostname) implements LookupResult {}

    /** A hostname that does not resolve back to the address, so it proves nothing. */
    record Unconfirmed(String hostname) implements LookupResult {}

    /** The address has no valid hostname. */
    record NotFound() implements LookupResult {}

    /** No answer in time, an error of the server, or no capacity for a lookup. */
    record Failed() implements LookupResult {}
}
