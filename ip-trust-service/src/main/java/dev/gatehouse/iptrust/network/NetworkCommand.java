package dev.gatehouse.iptrust.network;

import dev.gatehouse.chassis.security.clientaddress.IpNetwork;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A network that an administrator wants to be trusted. */
record NetworkCommand(
        IpNetwork network, String note, @Nullable Instant expiresAt) {}
