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

    /** Everybody who changes settings or networks waits here for each other. */
    Uni<SettingsRow> lock() {
        return findById(SettingsRow.ID, LockModeType.PESSIMISTIC_WRITE);
    }
}
