package dev.gatehouse.iptrust.trustedaddress;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An address that an account is trusted from.
 *
 * @param network the IPv4 address, or the IPv6 network
 * @param hostname the forward-confirmed host name of the address that was proven
 * @param firstUsedAt first sign-in from there since it is trusted
 */
@Schema(name = "TrustedAddress")
record TrustedAddress(
        UUID id,
        UUID accountId,
        @Schema(examples = "203.0.113.7") String network,
        @Schema(examples = "host7.example.net") @Nullable String hostname,
        Instant trustedAt,
        @Nullable Instant firstUsedAt,
        @Nullable Instant lastUsedAt,
        Instant trustedUntil) {}
