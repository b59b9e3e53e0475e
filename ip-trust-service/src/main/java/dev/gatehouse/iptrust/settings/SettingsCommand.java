package dev.gatehouse.iptrust.settings;

import dev.gatehouse.chassis.messaging.event.Origin;
import java.util.UUID;

/**
 * An edit that an administrator asks for.
 *
 * @param seenVersion the version that they had before their eyes
 */
record SettingsCommand(IpTrustSettings next, long seenVersion, UUID adminId, Origin origin) {}
