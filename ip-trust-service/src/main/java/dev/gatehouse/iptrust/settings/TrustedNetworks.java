package dev.gatehouse.iptrust.settings;

import dev.gatehouse.contracts.state.IpTrustState.TrustedNetwork;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** The networks that every agent may sign in from; implemented by the package that stores them. */
public interface TrustedNetworks {
    /** The networks that have not expired; joins the session or transaction of the caller. */
    Uni<List<TrustedNetwork>> unexpired();
}
