package dev.gatehouse.iptrust.settings;

import dev.gatehouse.contracts.state.IpTrustState.TrustedNetwork;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** The networks that are trusted for everybody. */
public interface TrustedNetworks {
    /** Those that have not expired, in the session or transaction of the caller. */
    Uni<List<TrustedNetwork>> unexpired();
}
