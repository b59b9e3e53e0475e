package dev.gatehouse.iptrust.settings;

import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.contracts.state.IpTrustState;
import dev.gatehouse.contracts.state.IpTrustState.TrustedNetwork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;

/** Entry point to the settings; every call joins the session or transaction of its caller. */
@ApplicationScoped
public class Settings {
    private final PanacheSettings rows;
    private final TrustedNetworks networks;
    private final Events events;
    private final InstantSource clock;

    Settings(PanacheSettings rows, TrustedNetworks networks, Events events, InstantSource clock) {
        this.rows = rows;
        this.networks = networks;
        this.events = events;
        this.clock = clock;
    }

    /** The current values. */
    public Uni<IpTrustSettings> current() {
        return rows.read().map(SettingsRow::values);
    }

    /** Blocks other changes of settings and networks until the transaction of the caller ends. */
    public Uni<Void> lock() {
        return rows.lock().replaceWithVoid();
    }

    /** Publishes settings and networks; MUST be called after every change of either, in its transaction. */
    public Uni<Void> publish() {
        return rows.lock().chain(row -> publish(row));
    }

    Uni<StoredSettings> stored() {
        return rows.read().map(SettingsRow::stored);
    }

    Uni<StoredSettings> storedUnderLock() {
        return rows.lock().map(SettingsRow::stored);
    }

    /** Stores and publishes; MUST be called under the lock. */
    Uni<Void> store(StoredSettings next) {
        return rows.lock().invoke(row -> row.update(next)).chain(row -> publish(row));
    }

    Uni<Void> publishIfNeverPublished() {
        return rows.lock()
                .chain(row ->
                        row.stateVersion == 0 ? publish(row) : Uni.createFrom().voidItem());
    }

    private Uni<Void> publish(SettingsRow row) {
        return networks.unexpired().map(trusted -> state(row, trusted)).chain(state -> events.publishState(state));
    }

    private IpTrustState state(SettingsRow row, List<TrustedNetwork> trusted) {
        return new IpTrustState(
                row.enabled,
                row.scope,
                row.ipv6PrefixLength,
                row.verificationSeconds,
                trusted,
                row.nextStateVersion(clock.instant()));
    }
}
