package dev.gatehouse.auth.login.iptrust;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The table of trusted addresses, renewed when what was told is newer. */
@ApplicationScoped
class PanacheTrustedAddresses implements PanacheRepositoryBase<TrustedAddressRow, TrustedAddressRow.Key> {
    /**
     * Takes over the newest word on a network.
     *
     * @param until absent when the trust was withdrawn
     * @return whether it was news
     */
    Uni<Boolean> tell(TrustedAddressRow.Key key, @Nullable Instant until, long version) {
        return findById(key, LockModeType.PESSIMISTIC_WRITE)
                .chain(row -> row == null
                        ? persist(new TrustedAddressRow(key))
                        : Uni.createFrom().item(row))
                .map(row -> renew(row, until, version))
                .call(this::flush);
    }

    private static boolean renew(TrustedAddressRow row, @Nullable Instant until, long version) {
        if (version <= row.version) {
            return false;
        }
        row.trustedUntil = until;
        row.version = version;
        return true;
    }
}
