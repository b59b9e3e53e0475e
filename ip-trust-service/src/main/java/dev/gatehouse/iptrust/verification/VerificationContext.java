package dev.gatehouse.iptrust.verification;

import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.chassis.security.clientaddress.IpNetwork;
import dev.gatehouse.iptrust.account.Account;
import dev.gatehouse.iptrust.account.Accounts;
import dev.gatehouse.iptrust.hostname.Hostnames;
import dev.gatehouse.iptrust.settings.IpTrustSettings;
import dev.gatehouse.iptrust.settings.Settings;
import dev.gatehouse.iptrust.trustedaddress.TrustedAddresses;
import dev.gatehouse.iptrust.verification.VerificationOpening.ChallengedLogin;
import dev.gatehouse.iptrust.verification.Verifications.View;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What other rooms know that matters here; joins the session or transaction of the caller. */
@ApplicationScoped
class VerificationContext {
    private final Accounts accounts;
    private final Settings settings;
    private final Hostnames addresses;
    private final TrustedAddresses trusted;

    VerificationContext(Accounts accounts, Settings settings, Hostnames addresses, TrustedAddresses trusted) {
        this.accounts = accounts;
        this.settings = settings;
        this.addresses = addresses;
        this.trusted = trusted;
    }

    /** The network that counts as one place with this address. */
    Uni<IpNetwork> placeOf(IpAddress address) {
        return settings.current().map(current -> placeOf(address, current));
    }

    /** Whether trust in this address could ever mean one place. */
    boolean trustable(IpAddress address) {
        return trusted.trustable(address);
    }

    /** Whether the sign-in waits for nothing, and only auth-service does not know it yet: then it is told again. */
    Uni<Boolean> trustedAlready(ChallengedLogin login) {
        return trusted.tellAgain(login.accountId(), login.address());
    }

    /** Empty while the account is not known, and when it may not sign in. */
    Uni<Optional<Known>> of(VerificationRow row) {
        return accounts.find(row.accountId()).chain(account -> account.filter(Account::active)
                .map(active -> of(row, active))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<Known>> of(VerificationRow row, Account account) {
        return settings.current().chain(current -> addresses
                .confirmedName(row.address())
                .map(hostname -> Optional.of(new Known(account, current, hostname))));
    }

    private static IpNetwork placeOf(IpAddress address, IpTrustSettings settings) {
        return IpNetwork.parse(address.network(settings.ipv6PrefixLength())).orElseThrow();
    }

    private static boolean samePlace(IpAddress one, @Nullable IpAddress other, IpTrustSettings settings) {
        return other != null && placeOf(one, settings).contains(other);
    }

    /** The account, the settings of the moment, and the confirmed host name of the address. */
    record Known(Account account, IpTrustSettings settings, Optional<String> hostname) {
        View view(VerificationRow row, Origin reader) {
            return new View(
                    account,
                    row.address(),
                    hostname,
                    row.userAgent(),
                    row.requestedAt(),
                    settings.confirmation(),
                    samePlace(row.address(), reader.address(), settings));
        }
    }
}
