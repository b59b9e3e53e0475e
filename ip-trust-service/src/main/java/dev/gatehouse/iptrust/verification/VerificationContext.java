package dev.gatehouse.iptrust.verification;

import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.chassis.security.clientaddress.IpNetwork;
import dev.gatehouse.iptrust.account.Account;
import dev.gatehouse.iptrust.account.Accounts;
import dev.gatehouse.iptrust.hostname.Hostnames;
import dev.gatehouse.iptrust.settings.IpTrustSettings;
import dev.gatehouse.iptrust.settings.Settings;
import dev.gatehouse.iptrust.verification.Verifications.OpenVerification;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what other packages know about a verification; joins the session or transaction of the caller. */
@ApplicationScoped
class VerificationContext {
    private final Accounts accounts;
    private final Settings settings;
    private final Hostnames hostnames;

    VerificationContext(Accounts accounts, Settings settings, Hostnames hostnames) {
        this.accounts = accounts;
        this.settings = settings;
        this.hostnames = hostnames;
    }

    /** The network that is trusted together with this address. */
    Uni<IpNetwork> networkOf(IpAddress address) {
        return settings.current().map(current -> networkOf(address, current));
    }

    /** Empty while the account is unknown, and when it is not active. */
    Uni<Optional<Context>> of(VerificationRow row) {
        return accounts.find(row.accountId).chain(account -> account.filter(Account::active)
                .map(active -> of(row, active))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<Context>> of(VerificationRow row, Account account) {
        return settings.current().chain(current -> hostnames
                .confirmed(row.address())
                .map(hostname -> Optional.of(new Context(account, current, hostname))));
    }

    private static IpNetwork networkOf(IpAddress address, IpTrustSettings settings) {
        return IpNetwork.parse(address.network(settings.ipv6PrefixLength())).orElseThrow();
    }

    private static boolean sameNetwork(IpAddress address, @Nullable IpAddress other, IpTrustSettings settings) {
        return other != null && networkOf(address, settings).contains(other);
    }

    /** The account, the current settings, and the confirmed hostname of the address. */
    record Context(Account account, IpTrustSettings settings, Optional<String> hostname) {
        OpenVerification open(VerificationRow row, Origin reader) {
            return new OpenVerification(
                    account,
                    row.address(),
                    hostname,
                    row.userAgent,
                    row.requestedAt,
                    row.passwordChange,
                    settings.confirmation(),
                    sameNetwork(row.address(), reader.address(), settings));
        }
    }
}
