package dev.gatehouse.chassis.security.clientaddress;

import java.util.Optional;

/**
 * Where a request comes from, decided.
 *
 * @param forged a forwarding header from a peer that is no trusted proxy
 */
record Resolution(IpAddress client, IpAddress peer, Optional<Claim> forged) {
    /** A header and what it says. */
    record Claim(String header, String value) {}
}
