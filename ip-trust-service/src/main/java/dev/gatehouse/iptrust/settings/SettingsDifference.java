package dev.gatehouse.iptrust.settings;

import dev.gatehouse.contracts.event.Change;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What differs between two settings, field by field, as the audit log tells it. */
final class SettingsDifference {
    private SettingsDifference() {}

    static List<Change> between(StoredSettings before, StoredSettings after) {
        return Stream.concat(
                        Stream.of(
                                field("enabled", before, after, IpTrustSettings::enabled),
                                field("scope", before, after, IpTrustSettings::scope),
                                field("trustDuration", before, after, IpTrustSettings::trustDuration),
                                field("verificationLifetime", before, after, IpTrustSettings::verificationLifetime),
                                field("confirmation", before, after, IpTrustSettings::confirmation),
                                field("ipv6PrefixLength", before, after, IpTrustSettings::ipv6PrefixLength)),
                        Stream.of(new Change("confirmBy", text(before.confirmBy()), text(after.confirmBy()))))
                .filter(change -> !Objects.equals(change.before(), change.after()))
                .toList();
    }

    private static Change field(
            String name, StoredSettings before, StoredSettings after, Function<IpTrustSettings, Object> value) {
        return new Change(name, text(value.apply(before.values())), text(value.apply(after.values())));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
