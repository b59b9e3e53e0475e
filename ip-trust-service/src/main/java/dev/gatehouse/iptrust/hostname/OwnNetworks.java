package dev.gatehouse.iptrust.hostname;

import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import io.smallrye.mutiny.Uni;

/** The networks that belong to the operator. */
public interface OwnNetworks {
    /** Whether the address lies in one of them, in the session or transaction of the caller. */
    Uni<Boolean> contain(IpAddress address);
}
