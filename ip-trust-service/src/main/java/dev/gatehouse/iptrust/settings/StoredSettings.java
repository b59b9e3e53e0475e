package dev.gatehouse.iptrust.settings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The settings with what is remembered about them.
 *
 * @param confirmed the reach that stays if nobody confirms a wider one
 * @param confirmBy until when a wider reach stands unconfirmed; absent when nothing is to be confirmed
 * @param version grows with every edit
 */
public record StoredSettings(
        IpTrustSettings values,
        EffectiveScope confirmed,
        @Nullable Instant confirmBy,
        long version) {}
