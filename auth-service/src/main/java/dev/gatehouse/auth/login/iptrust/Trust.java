package dev.gatehouse.auth.login.iptrust;

import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.state.IpTrustScope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** From where one account may log in, as it was known at one moment. Decides without I/O. */
public final class Trust {
    private final Rules rules;
    private final List<TrustedNetwork> ofAccount;

    Trust(Rules rules, List<TrustedNetwork> ofAccount) {
        this.rules = rules;
        this.ofAccount = List.copyOf(ofAccount);
    }

    /**
     * The settings of IP trust, as far as a login needs them.
     *
     * @param verificationLifetime how long an address may be verified after the login
     * @param networks trusted for all accounts
     */
    record Rules(boolean enabled, IpTrustScope scope, Duration verificationLifetime, List<TrustedNetwork> networks) {
        /** The rules until ip-trust-service has published its settings. */
        static final Rules OFF = new Rules(false, IpTrustScope.ALL_AGENTS, Duration.ofMinutes(15), List.of());

        Rules {
            networks = List.copyOf(networks);
        }
    }

    /** The decision of IP trust about a login. */
    public enum Verdict {
        /** The address may log in. */
        ADMIT,
        /** The address must be verified first. */
        VERIFY
    }

    /** Users may always log in; agents as the scope says, or from a trusted network. */
    public Verdict decide(AccountKind kind, boolean admin, IpAddress address, Instant now) {
        boolean concerned = kind == AccountKind.AGENT && (admin || rules.scope() == IpTrustScope.ALL_AGENTS);
        return rules.enabled() && concerned ? requireTrusted(address, now) : Verdict.ADMIT;
    }

    /** Only a trusted network admits, even while IP trust is off or does not concern the account. */
    public Verdict requireTrusted(IpAddress address, Instant now) {
        boolean trusted = Stream.concat(rules.networks().stream(), ofAccount.stream())
                .anyMatch(network -> network.trusts(address, now));
        return trusted ? Verdict.ADMIT : Verdict.VERIFY;
    }

    /** Whether no address is asked of anybody. */
    public boolean isOff() {
        return !rules.enabled();
    }

    /** How long an address may be verified after the login. */
    public Duration verificationLifetime() {
        return rules.verificationLifetime();
    }
}
