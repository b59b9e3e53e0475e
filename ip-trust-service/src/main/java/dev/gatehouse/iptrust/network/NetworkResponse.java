package dev.gatehouse.iptrust.network;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A network that everybody may sign in from.
 *
 * @param network canonical CIDR
 * @param createdBy the administrator who added it
 */
@Schema(name = "TrustedNetwork")
record NetworkResponse(
        UUID id,
        @Schema(examples = "203.0.113.0/24") String network,
        @Schema(examples = "Office Berlin") String note,
        @Nullable Instant expiresAt,
        Instant createdAt,
        UUID createdBy) {}
