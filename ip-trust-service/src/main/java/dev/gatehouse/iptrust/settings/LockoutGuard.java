package dev.gatehouse.iptrust.settings;

import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.chassis.security.clientaddress.IpNetwork;
import dev.gatehouse.contracts.state.IpTrustState.TrustedNetwork;
import dev.gatehouse.iptrust.mailproof.MailProof;
import dev.gatehouse.iptrust.trustedaddress.TrustedAddresses;
import dev.gatehouse.iptrust.trustedaddress.TrustedAddresses.TrustCommand;
import dev.gatehouse.iptrust.trustedaddress.TrustedAddresses.TrustOutcome;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Makes sure that the administrator who enables IP trust can sign in afterwards. */
@ApplicationScoped
class LockoutGuard {
    private final MailProof mailProof;
    private final TrustedAddresses addresses;
    private final TrustedNetworks networks;
    private final InstantSource clock;

    LockoutGuard(MailProof mailProof, TrustedAddresses addresses, TrustedNetworks networks, InstantSource clock) {
        this.mailProof = mailProof;
        this.addresses = addresses;
        this.networks = networks;
        this.clock = clock;
    }

    /** Trusts the address of the administrator in the transaction of the caller, if mail reaches them. */
    Uni<Result> secure(UUID adminId, IpTrustSettings next, Origin origin) {
        return mailProof
                .proven(adminId)
                .chain(proven -> proven
                        ? trustAddress(adminId, next, origin)
                        : Uni.createFrom().item(Result.MAIL_NOT_PROVEN));
    }

    private Uni<Result> trustAddress(UUID adminId, IpTrustSettings next, Origin origin) {
        IpAddress address = Objects.requireNonNull(origin.address(), "A request of an administrator has an address");
        TrustCommand command = new TrustCommand(
                adminId, address, next.ipv6PrefixLength(), next.trustDuration().after(clock.instant()), origin);
        return addresses.trust(command).chain(outcome -> switch (outcome) {
            case TrustOutcome.Trusted trusted -> Uni.createFrom().item(Result.SECURED);
            case TrustOutcome.NotTrustable notTrustable -> findNetwork(address);
        });
    }

    private Uni<Result> findNetwork(IpAddress address) {
        return networks.unexpired()
                .map(trusted -> contain(trusted, address) ? Result.SECURED : Result.ADDRESS_NOT_TRUSTABLE);
    }

    private static boolean contain(List<TrustedNetwork> networks, IpAddress address) {
        return networks.stream()
                .flatMap(network -> IpNetwork.parse(network.network()).stream())
                .anyMatch(network -> network.contains(address));
    }

    /** Whether the administrator can sign in afterwards. */
    enum Result {
        SECURED,
        MAIL_NOT_PROVEN,
        ADDRESS_NOT_TRUSTABLE
    }
}
