package dev.gatehouse.iptrust.network;

import dev.gatehouse.chassis.http.problem.Violation;
import dev.gatehouse.chassis.http.problem.Violations;
import dev.gatehouse.chassis.security.clientaddress.IpNetwork;
import java.time.Instant;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A network to be trusted, in JSON. */
@Schema(name = "NewTrustedNetwork")
record NetworkRequest(
        @Schema(examples = "203.0.113.0/24", required = true) @Nullable
        String network,

        @Schema(examples = "Office Berlin", maxLength = 200) @Nullable
        String note,

        @Schema(examples = "2030-01-01T00:00:00.000Z") @Nullable
        Instant expiresAt) {
    private static final int LONGEST_NETWORK = 60;
    private static final int LONGEST_NOTE = 200;

    /** The wish, or 422 with everything that is wrong with it. */
    NetworkCommand wish(Instant now) {
        Violations violations = new Violations();
        String text = note == null ? "" : note.strip();
        violations.require(
                text.codePointCount(0, text.length()) <= LONGEST_NOTE,
                "note",
                "too-long",
                "has at most 200 characters");
        violations.require(text.chars().noneMatch(Character::isISOControl), "note", "invalid", "is one line of text");
        violations.require(
                expiresAt == null || expiresAt.isAfter(now),
                "expiresAt",
                "not-in-the-future",
                "must lie in the future");
        IpNetwork good = network(violations);
        violations.throwIfAny();
        return new NetworkCommand(Objects.requireNonNull(good), text, expiresAt);
    }

    private @Nullable IpNetwork network(Violations violations) {
        if (network == null || network.isBlank()) {
            violations.add(new Violation("network", "required", "must be there"));
            return null;
        }
        if (network.length() > LONGEST_NETWORK) {
            violations.add(notOne());
            return null;
        }
        return switch (NetworkNotation.judge(network)) {
            case NetworkNotation.Good good -> good.network();
            case NetworkNotation.TooWide wide ->
                refused(violations, new Violation("network", "too-wide", "must be at least /8"));
            case NetworkNotation.HostBitsSet set -> refused(violations, hostBits(set.meant()));
            case NetworkNotation.NotOne not -> refused(violations, notOne());
        };
    }

    private static @Nullable IpNetwork refused(Violations violations, Violation violation) {
        violations.add(violation);
        return null;
    }

    private static Violation hostBits(IpNetwork meant) {
        return new Violation(
                "network", "host-bits-set", "is an address within a network; did you mean " + meant.canonical() + "?");
    }

    private static Violation notOne() {
        return new Violation("network", "invalid", "must be a network such as 203.0.113.0/24 or 2001:db8::/32");
    }
}
