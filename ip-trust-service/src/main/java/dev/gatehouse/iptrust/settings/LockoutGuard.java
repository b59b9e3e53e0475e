package dev.gatehouse.iptrust.settings;

import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.chassis.security.clientaddress.IpNetwork;
import dev.gatehouse.contracts.state.IpTrustState.TrustedNetwork;
import dev.gatehouse.iptrust.mailproof.MailProof;
import dev.gatehouse.iptrust.trustedaddress.TrustOutcome;
import dev.gatehouse.iptrust.trustedaddress.TrustRequest;
import dev.gatehouse.iptrust.trustedaddress.TrustedAddresses;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

/** Sees to it that the administrator who turns IP trust on can sign in afterwards. */
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

    /** Trusts the administrator's address in the transaction of the caller, if mail reaches them. */
    Uni<Found> secure(SettingsCommand edit) {
        return mailProof
                .proven(edit.adminId())
                .chain(proven -> proven ? trustOwn(edit) : Uni.createFrom().item(Found.NO_MAIL));
    }

    private Uni<Found> trustOwn(SettingsCommand edit) {
        return addresses.trust(request(edit)).chain(outcome -> switch (outcome) {
            case TrustOutcome.Trusted trusted -> Uni.createFrom().item(Found.OPEN);
            case TrustOutcome.Untrustable untrustable -> inTrustedNetwork(address(edit));
        });
    }

    private Uni<Found> inTrustedNetwork(IpAddress address) {
        return networks.unexpired().map(trusted -> contain(trusted, address) ? Found.OPEN : Found.NO_ADDRESS);
    }

    private TrustRequest request(SettingsCommand edit) {
        IpTrustSettings next = edit.next();
        return new TrustRequest(
                edit.adminId(),
                address(edit),
                next.ipv6PrefixLength(),
                next.trustDuration().after(clock.instant()),
                edit.origin());
    }

    private static IpAddress address(SettingsCommand edit) {
        return Objects.requireNonNull(edit.origin().address(), "An administrator comes from somewhere");
    }

    private static boolean contain(List<TrustedNetwork> networks, IpAddress address) {
        return networks.stream()
                .flatMap(network -> IpNetwork.parse(network.network()).stream())
                .anyMatch(network -> network.contains(address));
    }

    /** Whether there is a way back in. */
    enum Found {
        OPEN,
        NO_MAIL,
        NO_ADDRESS
    }
}
