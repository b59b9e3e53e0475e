package dev.gatehouse.iptrust.settingschange;

import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.iptrust.settings.IpTrustSettings;
import java.util.UUID;

/**
 * An edit that an administrator asks for.
 *
 * @param seenVersion the version that they had before their eyes
 */
record SettingsEdit(IpTrustSettings next, long seenVersion, UUID adminId, Origin origin) {}
