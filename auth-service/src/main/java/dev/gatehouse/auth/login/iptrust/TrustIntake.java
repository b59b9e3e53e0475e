package dev.gatehouse.auth.login.iptrust;

import dev.gatehouse.chassis.messaging.inbox.Delivery;
import dev.gatehouse.chassis.security.clientaddress.IpNetwork;
import dev.gatehouse.contracts.event.AddressVerificationDenied;
import dev.gatehouse.contracts.event.AddressVerificationExpired;
import dev.gatehouse.contracts.event.EventData;
import dev.gatehouse.contracts.state.IpTrustState;
import dev.gatehouse.contracts.state.State;
import dev.gatehouse.contracts.state.TrustedAddressState;
import dev.gatehouse.contracts.topic.Topic;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** Takes in what others tell about trust; inside the transaction of the delivery. */
@ApplicationScoped
class TrustIntake {
    private final PanacheTrustedAddresses addresses;
    private final PanacheTrustRules rules;
    private final PendingChallenges challenges;
    private final InstantSource clock;

    TrustIntake(
            PanacheTrustedAddresses addresses,
            PanacheTrustRules rules,
            PendingChallenges challenges,
            InstantSource clock) {
        this.addresses = addresses;
        this.rules = rules;
        this.challenges = challenges;
        this.clock = clock;
    }

    Uni<Void> take(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Changed changed -> changed(changed.state());
            case Delivery.Gone gone -> gone(gone);
            case Delivery.Event told -> happened(told.event().data());
        };
    }

    private Uni<Void> changed(State state) {
        return switch (state) {
            case TrustedAddressState trusted -> trusted(trusted);
            case IpTrustState settings -> rules.tell(settings);
            default -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> trusted(TrustedAddressState told) {
        TrustedAddressRow.Key key = new TrustedAddressRow.Key(told.accountId(), told.network());
        return addresses
                .tell(key, told.trustedUntil(), told.version())
                .chain(news -> news ? approve(told) : Uni.createFrom().voidItem());
    }

    private Uni<Void> approve(TrustedAddressState told) {
        if (!clock.instant().isBefore(told.trustedUntil())) {
            return Uni.createFrom().voidItem();
        }
        return IpNetwork.parse(told.network())
                .map(network -> challenges.approve(told.accountId(), network))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> gone(Delivery.Gone gone) {
        if (!gone.topic().endsWith(Topic.TRUSTED_ADDRESSES.topicName())) {
            return Uni.createFrom().voidItem();
        }
        return addresses
                .tell(TrustedAddressRow.Key.read(gone.key()), null, gone.version())
                .replaceWithVoid();
    }

    private Uni<Void> happened(EventData data) {
        return switch (data) {
            case AddressVerificationDenied denied -> challenges.deny(denied.reference());
            case AddressVerificationExpired expired -> challenges.expire(expired.reference());
            default -> Uni.createFrom().voidItem();
        };
    }
}
