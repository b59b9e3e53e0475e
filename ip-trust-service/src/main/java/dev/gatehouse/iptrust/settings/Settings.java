package dev.gatehouse.iptrust.settings;

import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.contracts.state.IpTrustState;
import dev.gatehouse.contracts.state.IpTrustState.TrustedNetwork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;

/** The audience to the settings; every call joins the session or transaction of its caller. */
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

    /** The settings as they stand. */
    public Uni<IpTrustSettings> current() {
        return rows.read().map(SettingsRow::values);
    }

    /** The settings with what is remembered about them. */
    public Uni<StoredSettings> stored() {
        return rows.read().map(SettingsRow::stored);
    }

    /** The same, and nobody else changes settings or networks before the caller's transaction has ended. */
    public Uni<StoredSettings> hold() {
        return rows.lock().map(SettingsRow::stored);
    }

    /** Stores and publishes; MUST be called by who holds the settings. */
    public Uni<Void> store(StoredSettings next) {
        return rows.lock().invoke(row -> row.take(next)).chain(row -> publish(row));
    }

    /** Publishes settings and networks as this transaction sees them; to be called after every change of either. */
    public Uni<Void> publish() {
        return rows.lock().chain(row -> publish(row));
    }

    Uni<Void> publishUnlessDone() {
        return rows.lock()
                .chain(row ->
                        row.neverPublished() ? publish(row) : Uni.createFrom().voidItem());
    }

    private Uni<Void> publish(SettingsRow row) {
        return networks.unexpired().map(trusted -> state(row, trusted)).chain(state -> events.publishState(state));
    }

    private IpTrustState state(SettingsRow row, List<TrustedNetwork> trusted) {
        IpTrustSettings values = row.values();
        return new IpTrustState(
                values.enabled(),
                values.scope(),
                values.ipv6PrefixLength(),
                values.verificationLifetime().toSeconds(),
                trusted,
                row.nextPublished(clock.instant()));
    }
}
