package dev.gatehouse.iptrust.hostname;

import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import io.smallrye.mutiny.Uni;

/** The networks of the operator; implemented by the package that stores them. */
public interface InternalNetworks {
    /** Whether the address is in one of them; joins the session or transaction of the caller. */
    Uni<Boolean> contain(IpAddress address);
}
