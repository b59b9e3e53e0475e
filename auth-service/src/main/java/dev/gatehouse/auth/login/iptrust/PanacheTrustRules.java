package dev.gatehouse.auth.login.iptrust;

import dev.gatehouse.contracts.state.IpTrustState;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

/** The one row of settings, renewed when what was told is newer. */
@ApplicationScoped
class PanacheTrustRules implements PanacheRepositoryBase<TrustRulesRow, Byte> {
    Uni<Void> tell(IpTrustState told) {
        return findById(TrustRulesRow.ONLY, LockModeType.PESSIMISTIC_WRITE)
                .chain(row -> row == null
                        ? persist(new TrustRulesRow())
                        : Uni.createFrom().item(row))
                .invoke(row -> renew(row, told))
                .replaceWithVoid();
    }

    private static void renew(TrustRulesRow row, IpTrustState told) {
        if (told.version() <= row.version) {
            return;
        }
        row.enabled = told.enabled();
        row.scope = told.scope();
        row.verificationSeconds = told.verificationSeconds();
        row.networks = NetworksJson.write(told.networks());
        row.version = told.version();
    }
}
