package dev.gatehouse.iptrust.settings;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

@ApplicationScoped
class PanacheSettings implements PanacheRepositoryBase<SettingsRow, Integer> {
    Uni<SettingsRow> read() {
        return findById(SettingsRow.ID);
    }

    /** The lock serialises all changes of settings and networks. */
    Uni<SettingsRow> lock() {
        return findById(SettingsRow.ID, LockModeType.PESSIMISTIC_WRITE);
    }
}
