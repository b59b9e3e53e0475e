package dev.gatehouse.notification.address;

import io.smallrye.mutiny.Uni;

/** Who waits to hear what an address is called. */
public interface AddressWatcher {
    /**
     * The look-up of this address ended, with or without a name; told within the transaction that takes the news in.
     */
    Uni<Void> resolved(ResolvedAddress address);

    /** The transaction of the last {@link #resolved} was committed. */
    default void committed() {}
}
