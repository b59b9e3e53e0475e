package dev.gatehouse.iptrust.settings;

import dev.gatehouse.contracts.event.Change;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The settings with the state of their confirmation.
 *
 * @param confirmed the scope that is restored when a wider one is not confirmed
 * @param confirmBy until when a wider scope may be confirmed; absent when nothing waits for confirmation
 * @param version increases with every edit
 */
record StoredSettings(
        IpTrustSettings values,
        EffectiveScope confirmed,
        @Nullable Instant confirmBy,
        long version) {
    /** The fields that differ, for the audit log. */
    List<Change> changesTo(StoredSettings after) {
        return Stream.of(
                        change("enabled", after, stored -> stored.values().enabled()),
                        change("scope", after, stored -> stored.values().scope()),
                        change("trustDuration", after, stored -> stored.values().trustDuration()),
                        change("verificationLifetime", after, stored -> stored.values()
                                .verificationLifetime()),
                        change("confirmation", after, stored -> stored.values().confirmation()),
                        change("ipv6PrefixLength", after, stored -> stored.values()
                                .ipv6PrefixLength()),
                        change("confirmBy", after, StoredSettings::confirmBy))
                .filter(change -> !Objects.equals(change.before(), change.after()))
                .toList();
    }

    private Change change(String field, StoredSettings after, Function<StoredSettings, @Nullable Object> value) {
        return new Change(field, text(value.apply(this)), text(value.apply(after)));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
