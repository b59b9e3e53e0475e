package dev.gatehouse.iptrust.trustedaddress;

import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import java.time.Instant;
import java.util.UUID;

/** When an account logged in from an address, for the first and for the last time. */
record AddressUse(User user, Instant first, Instant last) {
    /** An account at an address. */
    record User(UUID accountId, IpAddress address) {}

    static AddressUse of(UUID accountId, IpAddress address, Instant time) {
        return new AddressUse(new User(accountId, address), time, time);
    }

    /** Both, of the same user. */
    AddressUse and(AddressUse other) {
        return new AddressUse(
                user, first.isBefore(other.first) ? first : other.first, last.isAfter(other.last) ? last : other.last);
    }

    /** Whether the account trusts the address by this network of its own. */
    boolean isCoveredBy(UUID accountId, String network) {
        return user.accountId().equals(accountId)
                && user.address()
                        .networks(TrustedAddresses.SHORTEST_IPV6_PREFIX)
                        .contains(network);
    }
}
