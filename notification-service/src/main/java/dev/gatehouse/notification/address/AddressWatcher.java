package dev.gatehouse.notification.address;

import io.smallrye.mutiny.Uni;

/** Called when the look-up of an address has ended. */
public interface AddressWatcher {
    /**
     * The look-up of this address ended, with or without a hostname; called in the transaction that stores the state.
     */
    Uni<Void> resolved(ResolvedAddress address);
}
